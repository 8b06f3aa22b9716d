import { cpSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { edit, paths, valid } from '../support/corpus.ts'
import { commit } from '../support/git.ts'
import { cli, temporary, writeFiles } from '../support/package.ts'
import { json, read, releasedRepository, run, version } from '../support/release.ts'

// What a hand can do to the history between two releases.

const folders: ReturnType<typeof temporary>[] = []
const changeset = (bump: string): Readonly<Record<string, string>> => ({
  '.changeset/mine.md': `---\n"audio-text-drills": ${bump}\n---\n\nChanges.\n`,
})
const none = '{ "version": null, "drills": {} }\n'
const history = ['history/published.json', 'history/changes.json'] as const
let released = ''
let recording = ''

beforeAll(() => {
  const made = releasedRepository()
  folders.push(made)
  released = made.folder
  rmSync(path.join(released, paths.question))
  writeFiles(released, {
    [paths.redirects]: 'retired:\n  what-is-recall: nobody asks for this metric any more\n',
    ...changeset('minor'),
  })
  version(released)
  recording = commit(released)
})

afterAll(() => {
  for (const made of folders) made.remove()
})

/** A copy of the repository after its second release, with other files; `undefined` takes one away. */
function changed(files: Readonly<Record<string, string | undefined>>): string {
  const made = temporary('release-history')
  folders.push(made)
  cpSync(released, made.folder, { recursive: true })
  for (const [name, text] of Object.entries(files)) {
    if (text === undefined) rmSync(path.join(made.folder, name), { recursive: true })
    else writeFiles(made.folder, { [name]: text })
  }
  return made.folder
}

/** The beginnings of what the rule of redirects says. */
function redirectFindings(folder: string): string[] {
  const { diagnostics } = JSON.parse(run(folder, cli, 'lint', '--format=json').stdout) as {
    diagnostics: Readonly<Record<'rule' | 'message', string>>[]
  }
  return diagnostics
    .filter(({ rule }) => rule === 'redirects')
    .map(({ message }) => message.replace(/,.*/s, ''))
}

describe('a record of what was published that is gone', () => {
  test.each([
    ['the record', { [history[0]]: undefined }],
    ['what it holds', { [history[0]]: none }],
  ])('%s is missed by the linter, and no id is forgotten', (_, files) => {
    const folder = changed({ ...files, [paths.redirects]: undefined, [paths.incident]: undefined })
    expect(redirectFindings(folder)).toEqual([
      'Unexpected missing redirect of the published id `empty-search-results`',
      'Unexpected missing redirect of the published id `what-is-recall`',
      'Unexpected missing record of version `1.1.0`',
    ])
  })

  test.each([false, true])(
    'with the changes, no version is released without it (committed: %s)',
    (committed) => {
      const folder = changed({
        [history[0]]: none,
        [history[1]]: '[]\n',
        [paths.redirects]: undefined,
        [paths.question]: valid.question,
        ...changeset('patch'),
      })
      if (committed) commit(folder)
      expect(version(folder)).toEqual({
        code: 1,
        stdout: '',
        stderr: `Error: history/published.json records no version, but commit ${recording.slice(0, 12)} recorded 1.1.0; restore it and history/changes.json from that commit\n`,
      })
      expect(json(folder, 'package.json')).toMatchObject({ version: '1.1.0' })
    },
  )

  test('nor with an earlier one', () => {
    const folder = changed({
      [history[0]]: edit(read(released, history[0]), '"version": "1.1.0"', '"version": "1.0.10"'),
      ...changeset('patch'),
    })
    expect(version(folder).stderr).toContain('history/published.json records version 1.0.10, but commit')
  })

  test('a repository that began as a copy of another one has none of its versions', () => {
    const manifest = read(released, 'package.json').replaceAll('audio-text-drills', 'other-drills')
    const folder = changed({
      'package.json': manifest.replace('"1.1.0"', '"0.1.0"'),
      'package-lock.json': undefined,
      history: undefined,
      [paths.redirects]: undefined,
      '.changeset/mine.md': '---\n"other-drills": minor\n---\n\nOurs.\n',
    })
    expect(version(folder)).toMatchObject({ code: 0, stdout: expect.stringContaining('recorded 0.2.0\n') })
    expect(json(folder, history[0])).toMatchObject({ version: '0.2.0' })
  })
})

test.each([
  ['touched', [(record: string) => `${record}\n`]],
  ['taken away and put back', [() => none, (record: string) => record]],
] as const)(
  'a record that was %s together with a drill hides nothing from the version script',
  (_, steps) => {
    const folder = changed({ [paths.round]: edit(valid.round, 'within 800 ms', 'within 250 ms') })
    for (const step of steps) {
      writeFiles(folder, { [history[0]]: step(read(released, history[0])) })
      commit(folder)
    }
    writeFiles(folder, changeset('patch'))
    expect(version(folder).stderr).toContain(
      'the changesets declare patch, but minor is forced by voice-note-search sections.constraints.points.latency',
    )
  },
)
