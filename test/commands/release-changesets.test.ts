import { cpSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { releaseNotes } from '../../src/commands/release.ts'
import { edit, paths, valid } from '../support/corpus.ts'
import { commit } from '../support/git.ts'
import { cli, temporary, writeFiles } from '../support/package.ts'
import { json, pending, read, releasedRepository, run, version } from '../support/release.ts'

const folders: ReturnType<typeof temporary>[] = []
let released = ''

beforeAll(() => {
  const made = releasedRepository()
  folders.push(made)
  released = made.folder
})

afterAll(() => {
  for (const made of folders) made.remove()
})

/** A copy of the released repository with other files. */
function changed(files: Readonly<Record<string, string>>): string {
  const made = temporary('release-changesets')
  folders.push(made)
  cpSync(released, made.folder, { recursive: true })
  writeFiles(made.folder, files)
  return made.folder
}

const changeset = (bump: string, body: string): string =>
  `---\n"audio-text-drills": ${bump}\n---\n\n${body}\n`
const mine = '.changeset/mine.md'

const faster = { [paths.round]: edit(valid.round, 'within 800 ms', 'within 650 ms') }

function renamed(bump: string, body = 'Better words.'): string {
  const folder = changed({
    'drills/questions/what-recall-means.md': edit(
      valid.question,
      'id: what-is-recall',
      'id: what-recall-means',
    ),
    [paths.redirects]: 'renamed:\n  what-is-recall: what-recall-means\n',
    [mine]: changeset(bump, body),
  })
  rmSync(path.join(folder, paths.question))
  return folder
}

const files = ['package.json', 'history/published.json', 'history/changes.json', 'CHANGELOG.md', mine]
const state = (folder: string): string[] => files.map((name) => read(folder, name))

describe('a bump that is too small', () => {
  test.each([
    [
      'a rename',
      () => renamed('patch'),
      'Error: the changesets declare patch, but minor is forced by what-is-recall id (renamed: it is now `what-recall-means`), and by 1 more; raise one in .changeset/, or write `exception: what-is-recall id: <reason>` into it\n',
    ],
    [
      'a figure',
      () => changed({ ...faster, [mine]: changeset('patch', 'Faster.') }),
      'Error: the changesets declare patch, but minor is forced by voice-note-search sections.constraints.points.latency (changed: numbers changed; this affects stored grades); raise one in .changeset/, or write `exception: voice-note-search sections.constraints.points.latency: <reason>` into it\n',
    ],
    [
      'a revision, among several changesets',
      () =>
        changed({
          [paths.rubric]: edit(
            valid.rubric,
            '- id: rollback-path\n    weight: 15\n    revision: 1',
            '- id: rollback-path\n    weight: 15\n    revision: 2',
          ),
          '.changeset/other.md': changeset('patch', 'Something else.'),
          [mine]: changeset('minor', 'Stricter.'),
        }),
      'Error: the changesets declare minor, but major is forced by * rubric.criteria.rollback-path.revision (changed: its revision was raised: old grades no longer mean the same); raise one in .changeset/, or write `exception: * rubric.criteria.rollback-path.revision: <reason>` into it\n',
    ],
  ])('%s is refused in one line, and nothing is changed', (_, make, line) => {
    const folder = make()
    const before = state(folder)
    expect(version(folder)).toEqual({ code: 1, stdout: '', stderr: line })
    expect(state(folder)).toEqual(before)
  })

  test('is refused by the history where no commit tells what was released', () => {
    const folder = renamed('patch')
    rmSync(path.join(folder, '.git'), { recursive: true })
    expect(version(folder)).toEqual({
      code: 1,
      stdout: '',
      stderr:
        'Error: the changesets declare patch, but minor is forced by what-is-recall id (renamed: the drill was renamed), and by 1 more; raise one in .changeset/, or write `exception: what-is-recall id: <reason>` into it\n',
    })
    const faults = changed({ ...faster, [mine]: changeset('patch', 'Faster.') })
    writeFiles(faults, { 'history/published.json': `${read(faults, 'history/published.json')}\n` })
    expect(version(faults).stderr).toContain(
      'minor is forced by voice-note-search digests.substance (changed: the substance changed; this affects stored grades)',
    )
  })

  test('passes with exceptions, which are no part of the notes', () => {
    const folder = changed({
      ...faster,
      [mine]: changeset(
        'patch',
        'A typo: it always said 650 ms elsewhere.\n\nexception: voice-note-search sections.constraints.points.latency: a typo',
      ),
    })
    expect(version(folder)).toMatchObject({ code: 0, stdout: expect.stringContaining('recorded 1.0.1\n') })
    expect(json(folder, 'history/changes.json')).toMatchObject([
      { version: '1.0.1', notes: ['A typo: it always said 650 ms elsewhere.'] },
      { version: '1.0.0', notes: ['The first release.'] },
    ])
  })

  test('what is printed gives a runner no command', () => {
    const folder = changed({ [mine]: '---\n"audio-text-drills": "::error::\\e[2J"\n---\n' })
    expect(version(folder).stderr).toBe(
      'Error: `.changeset/mine.md` has the bump `: :error: :\\x1b[2J`, expected `major`, `minor`, `patch` or `none`\n',
    )
  })

  test('a changeset that can’t be read is one line too', () => {
    const folder = changed({ [mine]: '---\n"audio-text-drills": huge\n---\n' })
    expect(version(folder)).toEqual({
      code: 1,
      stdout: '',
      stderr:
        'Error: `.changeset/mine.md` has the bump `huge`, expected `major`, `minor`, `patch` or `none`\n',
    })
  })
})

describe('the text of changesets', () => {
  test('is in the history, the changelog and the notes of the release, without the list of changes', () => {
    const folder = changed({
      ...faster,
      [mine]: changeset('minor', 'Faster: `650 ms`.\n\n- one reason\n- @team asked'),
    })
    commit(folder)
    writeFiles(folder, {
      [paths.incident]: edit(valid.incident, 'kind: incident\n', 'kind: incident\nstatus: deprecated\n'),
    })
    expect(run(folder, cli, 'changeset', '--since', 'HEAD').code).toBe(0)
    expect(pending(folder)).toHaveLength(2)
    expect(version(folder).stdout).toContain('recorded 1.1.0\n')
    expect(json(folder, 'history/changes.json')).toMatchObject([
      { version: '1.1.0', notes: ['Faster: `650 ms`.\n\n- one reason\n- @team asked'] },
      {},
    ])
    expect(read(folder, 'CHANGELOG.md')).toContain(`## 1.1.0

Faster: \`650 ms\`.

- one reason
- \\@<!-- -->team asked

### Changed
`)
    expect(releaseNotes(folder, '1.1.0')).toContain('Faster: `650 ms`.\n\n- one reason\n')
  })

  test('that is hostile stays text', () => {
    const folder = changed({
      ...faster,
      [mine]: changeset(
        'minor',
        '::error::x ##[group]y <img src=x onerror=alert(1)>\u001b[2J\u202e\n# Heading\n[a](javascript:b) ![c](https://evil.example/d)\n```\nopen',
      ),
    })
    expect(version(folder).code).toBe(0)
    const [, section = ''] = read(folder, 'CHANGELOG.md').split('## 1.1.0\n\n')
    expect(section.split('\n\n### Changed')[0]).toBe(
      [
        ': :error: :x # #\\[group\\]y \\<img src=x onerror=alert(1)\\>\\\\x1b\\[2J\\\\u{202e}',
        '\\# Heading',
        '\\[a\\](javascript:b) \\!\\[c\\](https\\://evil.example/d)',
        'open',
      ].join('\n'),
    )
  })

  test('outlives a release that was broken off', () => {
    const folder = changed({ ...faster, [mine]: changeset('minor', 'Faster.') })
    commit(folder)
    rmSync(path.join(folder, mine))
    writeFiles(folder, { 'package.json': read(folder, 'package.json').replace('1.0.0', '1.1.0') })
    expect(version(folder).stdout).toContain('recorded 1.1.0\n')
    expect(json(folder, 'history/changes.json')).toMatchObject([{ version: '1.1.0', notes: ['Faster.'] }, {}])
  })
})

test('an id that one release retired can’t come back in a later one, whatever is done to the redirects', () => {
  const folder = changed({
    [paths.redirects]: 'retired:\n  what-is-recall: nobody asks for this metric any more\n',
    [mine]: changeset('minor', 'One question less.'),
  })
  rmSync(path.join(folder, paths.question))
  expect(version(folder).stdout).toContain('recorded 1.1.0\n')
  commit(folder)
  const lint = (): string[] => run(folder, cli, 'lint', '--quiet').stdout.match(/Unexpected [^,]*/g) ?? []

  rmSync(path.join(folder, paths.redirects))
  expect(lint()).toEqual(['Unexpected missing redirect of the published id `what-is-recall`'])

  writeFiles(folder, { [paths.question]: valid.question, [mine]: changeset('minor', 'One question more.') })
  expect(lint()).toEqual(['Unexpected id `what-is-recall`'])
  expect(version(folder)).toMatchObject({ code: 1, stdout: '' })
  expect(JSON.parse(run(folder, cli, 'diff', 'HEAD', '--format=json').stdout)).toMatchObject({
    bump: 'major',
    changes: [{ drill: 'what-is-recall', field: 'id', kind: 'added', bump: 'major' }],
  })
})
