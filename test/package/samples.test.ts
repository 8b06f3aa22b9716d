import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Sample } from '../../src/model/generated/published/sample.ts'
import * as validators from '../../src/model/generated/published/validators.js'
import { compiled } from '../contract/packages.ts'
import { edit, type Files, paths, valid } from '../support/corpus.ts'
import { cli, node, temporary, writeCorpus, writeFiles } from '../support/package.ts'
import { sample, samplePath } from '../support/samples.ts'
import { validDrills } from '../support/terminal.ts'

const one = (body: string, more: Parameters<typeof sample>[0] = {}): Sample => {
  const files: Files = { ...validDrills, [samplePath('one')]: sample({ ...more, body }) }
  const [found] = JSON.parse(compiled(files).files.get('samples.json') ?? '[]') as Sample[]
  if (!found) throw new Error('no sample')
  return found
}

describe('a sample', () => {
  test('as apps get it', () => {
    const found = one('We keep *both* together.\r\n\r\nSee [this](https://example.org).\n', {
      level: 'weak',
      form: 'spoken',
      verdicts: { 'index-goes-stale': 'not', 'rollback-path': 'partly' },
      redFlags: ['measures-the-recogniser-and-never-the', 'model-choice-is-the-system'],
    })
    expect(found).toEqual({
      drill: 'voice-note-search',
      name: 'one',
      level: 'weak',
      form: 'spoken',
      answer: { markdown: 'We keep *both* together.\n\nSee [this](https://example.org).' },
      verdicts: {
        'one-release-for-both': 'met',
        'index-goes-stale': 'not',
        'explicit-assumptions': 'met',
        'measurable-launch-gates': 'met',
        'privacy-safe-observability': 'met',
        'rollback-path': 'partly',
        'cost-and-latency-reasoning': 'met',
        'learning-from-failures': 'met',
      },
      redFlags: ['measures-the-recogniser-and-never-the', 'model-choice-is-the-system'],
    })
    expect(validators.sample(found)).toBe(true)
    expect('redFlags' in one('Nothing.')).toBe(false)
  })

  test.each([
    ['[the rubric](../../rubric.md#rollback-path) says', 'the rubric says'],
    ['[*the* `rubric`][r] says\n\n[r]: ../../rubric.md', 'the rubric says'],
    ['[here][r]\n\n[r]: https://example.org "x"', '[here][r]\n\n[r]: https://example.org "x"'],
    ['![a picture](https://example.org/a.png) of [it](#it)', 'a picture of it'],
    ['[x](javascript:alert(1)) [y](http://example.org) [z](//example.org)', 'x y z'],
    ['a list\n\n- [one](../../rubric.md)\n- two', 'a list\n\n- one\n- two'],
  ])('%j stands on its own', (body, markdown) => {
    expect(one(body).answer.markdown).toBe(markdown)
  })
})

let corpus: ReturnType<typeof temporary>

beforeEach(() => {
  corpus = temporary('corpus')
})
afterEach(() => corpus.remove())

const dist = (name: string): string => path.join(corpus.folder, 'dist', name)
const text = (name: string): string => readFileSync(dist(name), 'utf8')
const build = (...flags: string[]): void => void node([cli, 'build', ...flags], corpus.folder)
const inode = (name: string): number => statSync(dist(name)).ino
const names = (file: string): string[] => (JSON.parse(text(file)) as Sample[]).map(({ name }) => name)
const write = (name: string, given: Parameters<typeof sample>[0]): void =>
  writeFiles(corpus.folder, { [samplePath(name)]: sample(given) })

const group = 'samples/voice-note-search'

test('from weak to strong, then by form and name in code units', () => {
  writeCorpus(corpus.folder, {
    [samplePath('b')]: sample(),
    [samplePath('a10')]: sample(),
    [samplePath('a9')]: sample(),
    [samplePath('c')]: sample({ form: 'spoken' }),
    [samplePath('y')]: sample({ level: 'middling' }),
    [samplePath('z')]: sample({ level: 'weak' }),
  })
  build()
  expect(names(`${group}.json`)).toEqual(['z', 'y', 'c', 'a10', 'a9', 'b'])
  expect(text('samples.json')).toBe(text(`${group}.json`))
})

test('by their drills, in reading order; drills without samples have no file', () => {
  const samplesOf = (drill: string, criterion: string): string =>
    sample()
      .replace('drill: voice-note-search', `drill: ${drill}`)
      .replace(/ {2}one-release.*\n.*\n/, criterion)
  const incident = Array.from(valid.incident.matchAll(/^### (.*)$/gm), ([, title = '']) =>
    title.toLowerCase().replaceAll(' ', '-'),
  ).slice(-2)
  writeCorpus(corpus.folder, {
    'drills/samples/empty-search-results/one.md': samplesOf(
      'empty-search-results',
      incident.map((id) => `  ${id}: met\n`).join(''),
    ),
    [samplePath('two')]: sample(),
  })
  build()
  expect((JSON.parse(text('samples.json')) as Sample[]).map(({ drill }) => drill)).toEqual([
    'voice-note-search',
    'empty-search-results',
  ])
  const code = `
    import { loadSamples } from ${JSON.stringify(`file://${dist('samples.js')}`)}
    const ids = ['voice-note-search', 'empty-search-results', 'what-is-recall', 'old', 'gone', '__proto__', 'constructor']
    const found = await Promise.all(ids.map(loadSamples))
    console.log(JSON.stringify(found.map((samples) => samples?.map(({ name }) => name) ?? null)))`
  const loaded = (): unknown => JSON.parse(node(['--input-type=module', '-e', code], corpus.folder))
  expect(loaded()).toEqual([['two'], ['one'], [], null, null, null, null])
  writeFiles(corpus.folder, { [paths.redirects]: 'renamed:\n  old: voice-note-search\n' })
  build()
  expect(loaded()).toEqual([['two'], ['one'], [], ['two'], null, null, null])
})

test('without any sample there is an empty list', () => {
  writeCorpus(corpus.folder)
  build()
  expect(text('samples.json')).toBe('[]\n')
})

test('those of a draft are linted and not published', () => {
  writeCorpus(corpus.folder, {
    [paths.round]: edit(valid.round, 'kind: round\n', 'kind: round\nstatus: draft\n'),
    [samplePath('one')]: sample(),
  })
  build()
  expect(text('samples.json')).toBe('[]\n')
  expect(() => statSync(dist(`${group}.json`))).toThrow()
  // It is published with the drill, though its own file has not changed since.
  writeFiles(corpus.folder, { [paths.round]: valid.round })
  build()
  expect(names('samples.json')).toEqual(['one'])
  expect(names(`${group}.json`)).toEqual(['one'])
})

describe('a second build', () => {
  beforeEach(() => {
    writeCorpus(corpus.folder, {
      [samplePath('one')]: sample({ level: 'middling' }),
      [samplePath('two')]: sample(),
    })
    build()
  })

  /** Whether the package is, byte for byte, what a build from scratch gives. */
  const isAsFromScratch = (): void => {
    const built = [`${group}.json`, `${group}.js`, 'samples.json', 'samples.js'].map(text)
    build('--no-cache', '--out', 'fresh')
    expect(
      [`${group}.json`, `${group}.js`, 'samples.json', 'samples.js'].map((name) =>
        readFileSync(path.join(corpus.folder, 'fresh', name), 'utf8'),
      ),
    ).toEqual(built)
  }

  test('takes them over when none has changed', () => {
    const before = [inode(`${group}.json`), inode(`${group}.js`)]
    writeFiles(corpus.folder, { [paths.question]: edit(valid.question, 'Explain the', 'Explain that') })
    build()
    expect([inode(`${group}.json`), inode(`${group}.js`)]).toEqual(before)
    isAsFromScratch()
  })

  test('writes them when one has changed, has come or is gone', () => {
    write('two', { body: 'We do it otherwise now.' })
    build()
    expect(names(`${group}.json`)).toEqual(['one', 'two'])
    expect(text(`${group}.json`)).toContain('otherwise now')
    isAsFromScratch()
    write('zero', { level: 'weak' })
    build()
    expect(names(`${group}.json`)).toEqual(['zero', 'one', 'two'])
    isAsFromScratch()
    rmSync(path.join(corpus.folder, samplePath('one')))
    build()
    expect(names(`${group}.json`)).toEqual(['zero', 'two'])
    isAsFromScratch()
  })

  test('takes nothing over from files that are not what they were', () => {
    const before = text(`${group}.json`)
    for (const spoilt of ['', '{}', '[1]', '[null', before.replace('We transcribe', 'They transcribe')]) {
      rmSync(dist(`${group}.json`))
      writeFileSync(dist(`${group}.json`), spoilt)
      build()
      expect(text(`${group}.json`)).toBe(before)
    }
    const module = text(`${group}.js`)
    rmSync(dist(`${group}.js`))
    writeFileSync(dist(`${group}.js`), 'export default []')
    build()
    expect(text(`${group}.js`)).toBe(module)
    rmSync(path.join(corpus.folder, 'dist'), { recursive: true })
    build()
    expect(text(`${group}.json`)).toBe(before)
  })
})
