import { mkdirSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { fileReader } from '../../src/io/file-reader.ts'
import { readWorkspace } from '../../src/lint/workspace.ts'
import { corpusOnDisk, drills, put, temporaryFolder } from '../support/terminal.ts'

const published = 'history/published.json'

describe('a history that is there but is no file', () => {
  const secret = (): string => {
    const folder = temporaryFolder()
    put(folder, { 'published.json': 'the secret of another folder' })
    return folder
  }
  const inHistory = (prepare: (file: string) => void) => (root: string) => {
    mkdirSync(path.join(root, 'history'))
    prepare(path.join(root, published))
  }

  test.each<[string, (root: string) => void]>([
    ['a link', inHistory((file) => symlinkSync(path.join(secret(), 'published.json'), file))],
    ['a link to nothing', inHistory((file) => symlinkSync('gone.json', file))],
    ['a folder', inHistory((file) => mkdirSync(file))],
    ['a file in a linked folder', (root) => symlinkSync(secret(), path.join(root, 'history'))],
  ])('%s gets a finding that shows nothing of what it leads to', async (_, prepare) => {
    const root = corpusOnDisk()
    prepare(root)
    const { code, stdout } = await drills(['lint', '--format', 'json'], { cwd: root, reader: fileReader })
    const { diagnostics } = JSON.parse(stdout) as {
      diagnostics: { file: string; line: number; column: number; rule: string }[]
    }
    expect(diagnostics).toMatchObject([{ file: published, rule: 'redirects', line: 1, column: 1 }])
    expect(stdout).not.toContain('secret')
    expect(code).toBe(1)
  })
})

describe('a folder of the history that can’t be listed', () => {
  const both = ['history/changes.json', published]

  test.each([
    ['a link to itself', 'history'],
    ['a link to nothing', 'gone'],
  ])('%s counts as damage, not as no history', async (_, to) => {
    const root = corpusOnDisk()
    symlinkSync(to, path.join(root, 'history'))
    const { code, stdout } = await drills(['lint', '--format', 'json'], { cwd: root, reader: fileReader })
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { file: string }[] }
    expect([code, diagnostics.map(({ file }) => file)]).toEqual([1, both])
  })

  test('one without permission does too', () => {
    const reader = { ...fileReader, isUnlistable: (folder: string) => path.basename(folder) === 'history' }
    expect(readWorkspace(corpusOnDisk({ [published]: '{}' }), reader).history).toEqual({
      published: '',
      changes: '',
    })
  })

  test('a file of that name is somebody else’s', async () => {
    const root = corpusOnDisk({ history: 'ls\ncd\n' })
    expect(await drills(['lint'], { cwd: root, reader: fileReader })).toMatchObject({ code: 0, stderr: '' })
  })
})

test('no history is none', () => {
  expect(readWorkspace(corpusOnDisk(), fileReader).history).toEqual({
    published: undefined,
    changes: undefined,
  })
})
