import { readdirSync, readFileSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { createTexts } from '../../src/io/create-texts.ts'
import { put, temporaryFolder } from '../support/terminal.ts'

const files = [
  { path: 'a/b/c.md', text: 'c é\n' },
  { path: 'd.md', text: 'd\n' },
]
const names = (folder: string): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()

test('files and the folders that they need are written', () => {
  const folder = path.join(temporaryFolder(), 'new/folder')
  createTexts(folder, files)
  expect(names(folder)).toEqual(['a', 'a/b', 'a/b/c.md', 'd.md'])
  expect(files.map((file) => readFileSync(path.join(folder, file.path), 'utf8'))).toEqual(['c é\n', 'd\n'])
})

test('when one is there already, none is written and it stays', () => {
  const folder = temporaryFolder()
  put(folder, { 'd.md': 'mine' })
  expect(() => createTexts(folder, files)).toThrow(expect.objectContaining({ code: 'EEXIST' }))
  expect(names(folder)).toEqual(['d.md'])
  expect(readFileSync(path.join(folder, 'd.md'), 'utf8')).toBe('mine')
})

test('a link that leads nowhere is not written through', () => {
  const folder = temporaryFolder()
  symlinkSync(path.join(folder, 'elsewhere'), path.join(folder, 'd.md'))
  expect(() => createTexts(folder, files)).toThrow(expect.objectContaining({ code: 'EEXIST' }))
  expect(names(folder)).toEqual(['d.md'])
})

test('folders that were made for nothing are gone again, and those with other files stay', () => {
  const parent = temporaryFolder()
  put(parent, { 'here/a/other.md': 'x' })
  const bad = [...files, { path: `${'x'.repeat(300)}.md`, text: 'x' }]
  expect(() => createTexts(path.join(parent, 'here'), bad)).toThrow()
  expect(() => createTexts(path.join(parent, 'not/there'), bad)).toThrow()
  expect(names(parent)).toEqual(['here', 'here/a', 'here/a/other.md'])
})
