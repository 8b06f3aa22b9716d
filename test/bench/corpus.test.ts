import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import type { Diagnostic } from '../../src/model/diagnostic.ts'
import { lintFiles } from '../support/corpus.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const load = async (name: string) => import(pathToFileURL(path.join(root, 'bench/corpus', name)).href)
const { corpus } = await load('corpus.mjs')
const { drill } = await load('drill.mjs')
const { subjectOf } = await load('subject.mjs')
const { mistakes } = await load('mistakes.mjs')

interface Made {
  readonly file: string
  readonly text: string
  readonly criteria: readonly string[]
  readonly samples: readonly { readonly file: string; readonly text: string }[]
  readonly wrong?: readonly string[]
}

const folder = mkdtempSync(path.join(tmpdir(), 'corpus-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const make = (size: number, seed: number, mistakes = false, samples = false): readonly Made[] => [
  ...corpus({ size, seed, mistakes, samples }),
]

const definition = (name: string): [string, string] => [
  `drills/${name}`,
  readFileSync(path.join(root, 'drills', name), 'utf8'),
]

/** Findings with the definition documents of the repository, but that drills have no samples. */
const findings = (drills: readonly Made[]): readonly Diagnostic[] =>
  lintFiles(
    Object.fromEntries([
      definition('practice-loop.md'),
      definition('rubric.md'),
      ...drills.flatMap(({ file, text, samples = [] }) => [
        [file, text],
        ...samples.map((sample) => [sample.file, sample.text]),
      ]),
    ]),
  ).diagnostics.filter(({ rule, message }) => rule !== 'samples' || !message.includes('drill without a'))

describe('generated drills', () => {
  test('have no findings', () => {
    const drills = make(200, 1)
    expect(new Set(drills.map(({ file }) => file.split('/')[1]))).toEqual(
      new Set(['rounds', 'incidents', 'questions']),
    )
    expect(findings(drills)).toEqual([])
  })

  test('have the size of real ones', () => {
    const bytes = make(200, 1).reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / 200
    expect(bytes).toBeGreaterThan(13_500)
    expect(bytes).toBeLessThan(16_500)
  })

  test('have the criteria and cues of real ones', () => {
    for (const { file, text, criteria } of make(60, 1)) {
      const [least, most] = file.includes('/questions/') ? [3, 5] : [8, 11]
      expect(criteria.length).toBeGreaterThanOrEqual(least)
      expect(criteria.length).toBeLessThanOrEqual(most)
      const cues = Array.from(text.matchAll(/^- \*\*Cues:\*\* (.*)$/gm), ([, list = '']) => list.split(', '))
      expect(cues).toHaveLength(criteria.length)
      for (const list of cues) {
        expect(list.length).toBeGreaterThanOrEqual(14)
        expect(new Set(list).size).toBe(list.length)
      }
    }
  })

  test('have two samples with a verdict for every criterion, where the kind has any', () => {
    const drills = make(60, 1, false, true)
    expect(findings(drills)).toEqual([])
    for (const { file, samples } of drills)
      expect(samples.map((sample) => path.basename(sample.file))).toEqual(
        file.includes('/questions/') ? [] : ['strong.md', 'middling.md'],
      )
    expect(drills.map(({ text }) => text)).toEqual(make(60, 1).map(({ text }) => text))
  })

  test('are the same for the same seed, whatever the size of the corpus', () => {
    expect(make(60, 7)).toEqual(make(200, 7).slice(0, 60))
    expect(make(60, 7, true)).toEqual(make(200, 7, true).slice(0, 60))
    expect(make(60, 8).map(({ text }) => text)).not.toEqual(make(60, 7).map(({ text }) => text))
  })

  test('are 100,000 different ones', () => {
    const files = Array.from({ length: 100_000 }, (_, index): string => subjectOf(1, index).file)
    expect(new Set(files).size).toBe(100_000)
    expect(Math.max(...files.map((file) => path.basename(file, '.md').length))).toBeLessThanOrEqual(64)
    const prompts = make(2000, 1).map(({ text }) => /## Prompt\n\n(.*)\n/.exec(text)?.[1])
    expect(new Set(prompts).size).toBe(2000)
    const last = Array.from({ length: 20 }, (_, index): Made => drill(1, 99_999 - index))
    expect(findings(last).filter(({ rule }) => rule !== 'link-targets')).toEqual([])
  })

  test('with mistakes: every wrong one has a finding, no other has', () => {
    const drills = make(200, 1, true)
    const wrong = drills.filter((drill) => drill.wrong)
    expect(wrong).toHaveLength(40)
    expect(new Set(findings(drills).map(({ file }) => file))).toEqual(new Set(wrong.map(({ file }) => file)))
  })

  test.each(Object.keys(mistakes))('the mistake %s is found', (name) => {
    const drills = make(20, 1)
    const at = drills.findIndex(({ text }) => mistakes[name](text) !== text)
    const rules = findings(
      drills.map((drill, index) => (index === at ? { ...drill, text: mistakes[name](drill.text) } : drill)),
    ).map(({ rule }) => rule)
    expect(rules).toContain(name.split('/')[0])
  })
})

describe('the command that writes a corpus', () => {
  const generate = (...args: string[]) =>
    spawnSync(process.execPath, [path.join(root, 'bench/generate.mjs'), ...args], { encoding: 'utf8' })

  test('writes what the linter takes for a repository, the same bytes each time', () => {
    const [one, two] = ['one', 'two'].map((name) => path.join(folder, name))
    for (const out of [one, two])
      expect(generate('--size', '30', '--seed', '3', '--samples', '--out', out ?? '').status).toBe(0)
    const read = (out = '') =>
      readdirSync(out, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.md'))
        .sort()
        .map((name) => [name, readFileSync(path.join(out, name), 'utf8')])
    expect(read(one)).toHaveLength(32 + 27 * 2)
    expect(read(one)).toEqual(read(two))
    const linted = spawnSync(process.execPath, [path.join(root, 'bin/drills.js'), 'lint'], {
      cwd: one,
      encoding: 'utf8',
    })
    expect([linted.status, linted.stdout]).toEqual([0, '✔ no findings in 86 files\n'])
  })

  test.each([[['--size', '10']], [['--size', '0', '--out', 'x']], [['--seed', 'a', '--out', 'x']]])(
    'says how it is used: %s',
    (args) => {
      const { status, stderr } = generate(...args)
      expect([status, stderr.startsWith('usage: ')]).toEqual([2, true])
    },
  )
})
