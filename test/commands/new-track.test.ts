import { mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { fileReader } from '../../src/io/file-reader.ts'
import { valid } from '../support/corpus.ts'
import { incidentSamples } from '../support/samples.ts'
import { corpusOnDisk, drills, type Ran } from '../support/terminal.ts'
import { track, trackPath } from '../support/tracks.ts'

const both = ['voice-note-search', 'empty-search-results']

const corpus = (files: Readonly<Record<string, string>> = {}): string =>
  corpusOnDisk({
    'drills/incidents/empty-search-results.md': valid.incident,
    ...incidentSamples(),
    ...files,
  })

const make = (cwd: string, ...args: string[]): Promise<Ran> =>
  drills(['new', 'track', ...args], { cwd, reader: fileReader })

const text = (root: string, id: string): string => readFileSync(path.join(root, trackPath(id)), 'utf8')

/** What is found in a track: rule and line. */
async function found(cwd: string): Promise<string[]> {
  const { stdout } = await drills(['lint', 'drills/tracks', '--format', 'json'], { cwd, reader: fileReader })
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { rule: string; file: string; line: number }[]
  }
  return diagnostics.flatMap(({ rule, file, line }) =>
    file.startsWith('drills/tracks/') ? [`${rule} ${line}`] : [],
  )
}

describe('a new track', () => {
  test('is written, its path printed, and every gap is a finding', async () => {
    const root = corpus()
    expect(await make(root, 'Your first  week')).toEqual({
      code: 0,
      stdout: 'drills/tracks/your-first-week.md\n',
      stderr:
        'drills: wrote a track; name its drills and say for whom it is, `drills lint drills/tracks/your-first-week.md` lists what is missing\n',
    })
    expect(text(root, 'your-first-week')).toBe(
      '---\nid: your-first-week\norder: 1\ndrills: []\n---\n\n# Your first week\n\nTODO: for whom this track is, and why in this order.\n',
    )
    expect(await found(root)).toEqual(['schema 4', 'placeholder 9'])
  })

  test('takes drills, an id and a place', async () => {
    const root = corpus({ [trackPath('first-week')]: track({ order: 4, drills: both }) })
    const flags = ['--drill', `${both[1]},${both[0]}`, '--drill', 'voice-note-search', '--id', 'search']
    expect((await make(root, 'The *stars* of search', ...flags)).code).toBe(0)
    expect(text(root, 'search')).toMatch(
      /^---\nid: search\norder: 5\ndrills: \[empty-search-results, voice-note-search\]\n---\n\n# The \\\*stars\\\* of search\n/,
    )
    expect(await found(root)).toEqual(['placeholder 9'])
    expect((await make(root, 'More', '--order', '2', '--drill', both.join(','))).code).toBe(0)
    expect(text(root, 'more')).toContain('\norder: 2\n')
    // A drill may have the same id, and the same title.
    expect((await make(root, 'Voice note search')).stdout).toBe('drills/tracks/voice-note-search.md\n')
  })

  test.each([
    [[], 'missing: the title; see `drills new --help`'],
    [['A week', '--difficulty', 'core'], 'flag `--difficulty` goes with drills, not with a track'],
    [['A week', '--category', 'speech'], 'flag `--category` goes with drills, not with a track'],
    [['A week', '--topic', 'asr'], 'flag `--topic` goes with drills, not with a track'],
    [['A week', '--model', 'asr'], 'flag `--model` goes with drills, not with a track'],
    [
      ['A week', '--drill', 'voice-notes-search'],
      'unknown drill `voice-notes-search`; did you mean `voice-note-search`?',
    ],
    [['A week', '--drill', 'zzz'], 'unknown drill `zzz`; the files in `drills/` are named after the drills'],
    [['A week', '--order', '4'], 'order `4` is taken by `drills/tracks/first-week.md`; `5` is free'],
    [['A week', '--order', 'x'], 'flag `--order` takes a whole number from 1 to 9999, not `x`'],
    [['A week', '--id', 'first-week'], 'the id `first-week` is taken by `drills/tracks/first-week.md`'],
    [['First week'], 'the id `first-week` is taken by `drills/tracks/first-week.md`; name one with `--id`'],
    [
      ['your FIRST week', '--id', 'other'],
      'the title `your FIRST week` is taken by `drills/tracks/first-week.md`; expected another one',
    ],
    [['A week', 'more'], 'unexpected word `more` after the title; put the whole title in quotes'],
  ])('%j is refused', async (args, message) => {
    const root = corpus({ [trackPath('first-week')]: track({ order: 4, drills: both }) })
    expect(await make(root, ...args)).toEqual({ code: 2, stdout: '', stderr: `drills: ${message}\n` })
  })

  test('is not written through a link', async () => {
    const root = corpus()
    mkdirSync(path.join(root, 'elsewhere'))
    symlinkSync('../elsewhere', path.join(root, 'drills/tracks'))
    expect((await make(root, 'A week')).stderr).toContain('its folder is a link')
  })
})
