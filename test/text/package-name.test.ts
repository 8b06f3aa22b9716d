import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPackageName, packageNameOf } from '../../src/text/package-name.ts'

test.each([
  ['speech-drills', 'speech-drills'],
  ['Speech Drills (2026)', 'speech-drills-2026'],
  ['[team] drills', 'team-drills'],
  ['.hidden', 'hidden'],
  ['_private', 'private'],
  ['-rf', 'rf'],
  ['drills.v2', 'drills.v2'],
  ['Übungen für Hörer', 'ubungen-fur-horer'],
  ['演習', 'my-drills'],
  ['演習 asr', 'asr'],
  ['', 'my-drills'],
  ['...', 'my-drills'],
  ['$(rm -rf ~)', 'rm-rf'],
  ['a"b\\c\nd', 'a-b-c-d'],
  ['\u202egnp.sllird', 'gnp.sllird'],
  ['@acme', 'acme'],
  ['2026', '2026'],
  // The last of what a name is cut to must be no mark either.
  [`${'a'.repeat(210)} b`, 'a'.repeat(210)],
  ['a'.repeat(300), 'a'.repeat(211)],
])('the folder %j is the package %j', (folder, name) => {
  expect(packageNameOf(folder)).toBe(name)
})

test.each([
  ['node_modules', 'my-node_modules'],
  ['favicon.ico', 'my-favicon.ico'],
  ['http', 'my-http'],
  ['Path', 'my-path'],
  // A package can't depend on one of its own name.
  ['audio-text-drills-cli', 'my-audio-text-drills-cli'],
  ['audio-text-drills', 'my-audio-text-drills'],
])('the folder %j gets a name that means nothing else', (folder, name) => {
  expect(packageNameOf(folder)).toBe(name)
})

test('any folder has a name that npm takes, and the name of a name is itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (folder) => {
      const name = packageNameOf(folder)
      expect(isPackageName(name)).toBe(true)
      expect(name).not.toMatch(/^[._]/)
      expect(packageNameOf(name)).toBe(name)
    }),
  )
})

test.each([
  ['@acme/drills', true],
  ['a'.repeat(214), true],
  ['a'.repeat(215), false],
  ['.drills', false],
  ['Drills', false],
  ['../drills', false],
  ['a/b', false],
  ['@acme/../x', false],
  ['a b', false],
  ['', false],
])('%j as a name: %s', (name, valid) => {
  expect(isPackageName(name)).toBe(valid)
})
