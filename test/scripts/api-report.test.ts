import { spawnSync } from 'node:child_process'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { edit } from '../support/corpus.ts'
import { cli, node, root, temporary, writeCorpus } from '../support/package.ts'

const corpus = temporary('corpus')
const world = temporary('api-report')
const built = path.join(corpus.folder, 'dist')
const page = path.join(world.folder, 'api.md')

const report = (...args: string[]): { status: number | null; stderr: string } =>
  spawnSync(process.execPath, [path.join(root, 'scripts/api-report.mjs'), '--report', page, ...args], {
    encoding: 'utf8',
  })

beforeAll(() => {
  writeCorpus(corpus.folder)
  node([cli, 'build', '--out', built], corpus.folder)
  report('--package', built)
})

afterAll(() => {
  corpus.remove()
  world.remove()
})

/** What the check says of a package in which some words of a file are others. */
function changed(
  name: string,
  file: string,
  from: string,
  to: string,
): { status: number | null; lines: string[] } {
  const copy = path.join(world.folder, name)
  cpSync(built, copy, { recursive: true })
  writeFileSync(path.join(copy, file), edit(readFileSync(path.join(copy, file), 'utf8'), from, to))
  const { status, stderr } = report('--check', '--package', copy)
  return { status, lines: stderr.trim().split('\n').slice(1) }
}

test('it does not depend on the drills or on the version', () => {
  expect(report('--check', '--package', built)).toMatchObject({ status: 0, stderr: '' })
  expect(readFileSync(page, 'utf8')).toBe(readFileSync(path.join(root, 'docs/api.md'), 'utf8'))
  expect(changed('version', 'package.json', '"version": "', '"version": "9')).toEqual({
    status: 0,
    lines: [],
  })
})

test.each([
  [
    'a parameter',
    'index.d.ts',
    'function resolveId(id: string)',
    'function resolveId(id: string, from?: string)',
    [
      '- function resolveId(id: string): Resolution<DrillId>',
      '+ function resolveId(id: string, from?: string): Resolution<DrillId>',
    ],
  ],
  [
    'a type that is no longer exported',
    'index.d.ts',
    'export type { Catalog, CatalogEntry, Kind }',
    'export type { CatalogEntry, Kind }',
    ['- - `Catalog` (`types/catalog.d.ts`)'],
  ],
  [
    'a field that may be missing',
    'types/prompt.d.ts',
    'readonly digest: Digest',
    'readonly digest?: Digest',
    ['+   readonly digest?: Digest'],
  ],
  [
    'a field of another type',
    'schemas/prompt.schema.json',
    '"minutes": {\n      "description": "How long an answer takes, in minutes.",\n      "type": "integer"',
    '"minutes": {\n      "description": "Other words.",\n      "type": "number"',
    ['+ | `minutes` | `number, minimum 1` | yes |'],
  ],
  [
    'an entry that is gone',
    'package.json',
    '    "./catalog.json": {\n      "types": "./types/data/catalog.d.cts",\n      "default": "./catalog.json"\n    },\n',
    '',
    ['- - `audio-text-drills/catalog.json`: `Catalog`'],
  ],
  [
    'a data file of another type',
    'types/data/samples.d.cts',
    'declare const data: readonly Sample[]',
    'declare const data: Sample[]',
    [
      '- - `audio-text-drills/samples.json`: `readonly Sample[]`',
      '+ - `audio-text-drills/samples.json`: `Sample[]`',
    ],
  ],
  [
    'a field of a variant',
    'schemas/drill.schema.json',
    '"required": ["kind", "components", "answer"]',
    '"required": ["kind", "answer"]',
    ['- | `components (question)` | `array` | yes |', '+ | `components (question)` | `array` | no |'],
  ],
  [
    'a higher floor',
    'package.json',
    '>=20.19.0',
    '>=22',
    ['- - `engines`: `{"node":">=20.19.0"}`', '+ - `engines`: `{"node":">=22"}`'],
  ],
])('%s is seen', (name, file, from, to, lines) => {
  expect(changed(name, file, from, to)).toEqual({ status: 1, lines })
})

test('declarations that the code does not keep are refused', () => {
  const copy = path.join(world.folder, 'declared')
  cpSync(built, copy, { recursive: true })
  writeFileSync(path.join(copy, 'catalog.d.ts'), 'export declare const catalogue: string\n')
  expect(report('--check', '--package', copy)).toMatchObject({
    status: 1,
    stderr: '`audio-text-drills/catalog` declares catalogue and exports catalog\n',
  })
})

test('a declaration that can’t be read is refused', () => {
  const copy = path.join(world.folder, 'unread')
  cpSync(built, copy, { recursive: true })
  writeFileSync(path.join(copy, 'catalog.d.ts'), "export * from './types/catalog.js'\n")
  expect(report('--check', '--package', copy)).toMatchObject({
    status: 1,
    stderr: "can’t read the declaration “export * from './types/catalog.js'”\n",
  })
})
