import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { watchCorpus } from '../../src/io/watch-corpus.ts'
import { corpusOnDisk, put } from '../support/terminal.ts'

/** Resolves when a change is seen. */
const changeOf = (root: string, change: () => void): Promise<void> =>
  new Promise((resolve) => {
    const close = watchCorpus(root, () => {
      close()
      resolve()
    })
    change()
  })

test.each<[string, (root: string) => void]>([
  ['a drill', (root) => put(root, { 'drills/rounds/new.md': 'x' })],
  ['the history', (root) => writeFileSync(path.join(root, 'history/published.json'), '{}')],
  [
    'the folder of the history, which goes',
    (root) => rmSync(path.join(root, 'history'), { recursive: true }),
  ],
])('a change of %s is seen', async (_, change) => {
  const root = corpusOnDisk({ 'history/published.json': '{"version": null, "drills": {}}' })
  await expect(changeOf(root, () => change(root))).resolves.toBeUndefined()
})

test('a folder of the history that comes is seen', async () => {
  const root = corpusOnDisk()
  await expect(changeOf(root, () => mkdirSync(path.join(root, 'history')))).resolves.toBeUndefined()
})
