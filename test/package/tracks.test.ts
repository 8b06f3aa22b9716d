import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Track } from '../../src/model/generated/published/track.ts'
import * as validators from '../../src/model/generated/published/validators.js'
import { compiled } from '../contract/packages.ts'
import { edit, type Files, paths, valid } from '../support/corpus.ts'
import { cli, node, temporary, writeCorpus, writeFiles } from '../support/package.ts'
import { validDrills } from '../support/terminal.ts'
import { track, trackPath } from '../support/tracks.ts'

const tracksOf = (files: Files): Track[] =>
  JSON.parse(compiled({ ...validDrills, ...files }).files.get('tracks.json') ?? '')

const one = (body: string): Track['text'] | undefined =>
  tracksOf({ [trackPath('first-week')]: track({ body }) })[0]?.text

describe('a track', () => {
  test('as apps get it', () => {
    const body = 'For *you*.\r\n\r\nSee [this](https://example.org).'
    const found = tracksOf({ [trackPath('first-week')]: track({ order: 3, title: 'Week `one`', body }) })
    expect(found).toEqual([
      {
        id: 'first-week',
        title: 'Week one',
        order: 3,
        drills: ['what-is-recall', 'voice-note-search', 'empty-search-results'],
        text: {
          markdown: 'For *you*.\n\nSee [this](https://example.org).',
          html: '<p>For <em>you</em>.</p>\n<p>See <a href="https://example.org">this</a>.</p>',
        },
      },
    ])
    expect(validators.tracks(found)).toBe(true)
    expect(validators.tracks([{ ...found[0], drills: ['what-is-recall'] }])).toBe(false)
  })

  test('stands on its own: links into the repository are their words', () => {
    expect(
      one('Begin with [*recall*](../questions/what-is-recall.md#prompt), then [it][r].\n\n[r]: ../rubric.md'),
    ).toEqual({
      markdown: 'Begin with *recall*, then it.',
      html: '<p>Begin with <em>recall</em>, then it.</p>',
    })
  })

  test('with mistakes is compared as far as it goes', () => {
    const titleless = edit(track(), '# Your first week\n\n', '')
    expect(tracksOf({ [trackPath('first-week')]: titleless })).toMatchObject([
      { id: 'first-week', title: 'First week', text: { markdown: '', html: '' } },
    ])
    const below = edit(track(), '# Your', '## Lead\n\nLost.\n\n# Your')
    expect(tracksOf({ [trackPath('first-week')]: below })).toMatchObject([{ title: 'Your first week' }])
    expect(tracksOf({ [trackPath('first-week')]: edit(track(), 'order: 1', 'order: one') })).toEqual([])
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
const ids = (): string[] => (JSON.parse(text('tracks.json')) as Track[]).map(({ id }) => id)
const write = (given: Parameters<typeof track>[0] & { readonly id: string }): void =>
  writeFiles(corpus.folder, { [trackPath(given.id)]: track({ title: given.id, ...given }) })

test('by their places, as data and as an entry', () => {
  writeCorpus(corpus.folder)
  for (const [id, order] of [
    ['bbb', 10],
    ['ccc', 9],
    ['aaa', 11],
  ] as const)
    write({ id, order })
  build()
  expect(ids()).toEqual(['ccc', 'bbb', 'aaa'])
  const code = `
    import { tracks } from ${JSON.stringify(`file://${dist('tracks.js')}`)}
    console.log(JSON.stringify(tracks))`
  expect(node(['--input-type=module', '-e', code], corpus.folder)).toBe(text('tracks.json'))
})

test('by their places whatever their files are called, and those of one place by id', () => {
  const inFiles = (first: Parameters<typeof track>[0], second: Parameters<typeof track>[0]): string[] =>
    tracksOf({ [trackPath('a')]: track(first), [trackPath('b')]: track(second) }).map(({ id }) => id)
  expect(inFiles({ id: 'aaa', order: 10 }, { id: 'bbb', order: 9 })).toEqual(['bbb', 'aaa'])
  // To be published they need places of their own; what has mistakes is compared too.
  expect(inFiles({ id: 'zzz' }, { id: 'yyy' })).toEqual(['yyy', 'zzz'])
})

test('without any track there is an empty list', () => {
  writeCorpus(corpus.folder)
  build()
  expect(text('tracks.json')).toBe('[]\n')
})

test('one that leads to a draft is not published', () => {
  writeCorpus(corpus.folder, {
    [paths.question]: edit(valid.question, 'kind: question\n', 'kind: question\nstatus: draft\n'),
    [trackPath('first-week')]: track(),
  })
  expect(() => build()).toThrow()
  expect(() => text('tracks.json')).toThrow()
})

test('a second build is, byte for byte, one from scratch', () => {
  writeCorpus(corpus.folder)
  write({ id: 'first-week', order: 2 })
  build()
  const isAsFromScratch = (expected: readonly string[]): void => {
    build()
    expect(ids()).toEqual(expected)
    const built = ['tracks.json', 'data/tracks.js', 'package.json'].map(text)
    build('--no-cache', '--out', 'fresh')
    const fresh = (name: string): string => readFileSync(path.join(corpus.folder, 'fresh', name), 'utf8')
    expect(['tracks.json', 'data/tracks.js', 'package.json'].map(fresh)).toEqual(built)
  }
  isAsFromScratch(['first-week'])
  writeFiles(corpus.folder, { [paths.question]: edit(valid.question, 'Explain the', 'Explain that') })
  isAsFromScratch(['first-week'])
  write({ id: 'on-call', order: 1 })
  isAsFromScratch(['on-call', 'first-week'])
  write({ id: 'on-call', order: 3, body: 'For whoever carries the pager.' })
  isAsFromScratch(['first-week', 'on-call'])
  expect(text('tracks.json')).toContain('carries the pager')
  rmSync(path.join(corpus.folder, trackPath('first-week')))
  isAsFromScratch(['on-call'])
})
