import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { renameSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { cachedFiles, cacheFolder, newCorpus } from '../../support/cached-runs.ts'
import { edit, paths, valid } from '../../support/corpus.ts'
import { cli } from '../../support/package.ts'
import { place } from '../../support/worlds.ts'

const env = { PATH: process.env['PATH'] ?? '' }
const lintArgs = ['lint', '--format=json']

const start = (folder: string, args: readonly string[]): ChildProcess =>
  spawn(process.execPath, [cli, ...args], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] })

async function end(child: ChildProcess): Promise<{ code: unknown; stdout: string; stderr: string }> {
  const [closed, stdout, stderr] = await Promise.all([
    once(child, 'close') as Promise<[unknown]>,
    child.stdout ? text(child.stdout) : '',
    child.stderr ? text(child.stderr) : '',
  ])
  return { code: closed[0], stdout, stderr }
}

const runAlone = (folder: string, args: readonly string[]): ReturnType<typeof end> => end(start(folder, args))

/** A module that kills its process when a file is written and would be put in its place. */
const killedBeforeRename = `data:text/javascript,${encodeURIComponent(`
  import fs from 'node:fs'
  import { syncBuiltinESMExports } from 'node:module'
  fs.renameSync = () => process.kill(process.pid, 'SIGKILL')
  syncBuiltinESMExports()
`)}`

const broken = edit(valid.question, '## Answer', '## Anwser')

test('several runs at once, while files change, find nothing wrong and leave nothing wrong', async () => {
  const folder = newCorpus()
  const contents = [valid.question, broken]
  // What a run may come to: the file is one of two, whenever it is read.
  const rightful: string[] = []
  for (const content of contents) {
    place(folder, paths.question, content)
    rightful.push((await runAlone(folder, [...lintArgs, '--no-cache'])).stdout)
  }
  expect(new Set(rightful).size).toBe(2)
  for (let round = 0; round < 4; round += 1) {
    const running = [lintArgs, lintArgs, ['build', '--out', `out/${round}`], lintArgs].map((args) => ({
      args,
      ended: end(start(folder, args)),
    }))
    // While they start up and run.
    for (let times = 0; times < 20; times += 1) {
      writeFileSync(path.join(folder, 'swap'), contents[times % 2] ?? '')
      renameSync(path.join(folder, 'swap'), path.join(folder, paths.question))
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    for (const { args, ended } of running) {
      const { code, stdout, stderr } = await ended
      expect([0, 1]).toContain(code)
      if (args === lintArgs) expect([stderr, rightful.includes(stdout)]).toEqual(['', true])
    }
    const content = contents[round % 2] ?? ''
    place(folder, paths.question, content)
    expect((await runAlone(folder, lintArgs)).stdout).toBe(rightful[round % 2])
    expect(cachedFiles(folder)).toEqual(['.gitignore', 'results.json'])
  }
})

test('a run that is killed harms no other, and what it left is gone an hour later', async () => {
  const folder = newCorpus()
  for (let nth = 0; nth < 60; nth += 1)
    place(folder, `drills/questions/q-${nth}.md`, edit(valid.question, 'what-is-recall', `q-${nth}`))
  const anew = await runAlone(folder, [...lintArgs, '--no-cache'])
  const at = path.join(folder, cacheFolder)
  const killed = spawnSync(process.execPath, ['--import', killedBeforeRename, cli, ...lintArgs], {
    cwd: folder,
    env,
  })
  expect(killed.signal).toBe('SIGKILL')
  const left = cachedFiles(folder)
  expect(left).toEqual([expect.stringMatching(/^\.drills\.tmp-\w+$/)])

  expect(await runAlone(folder, lintArgs)).toEqual(anew)
  expect(cachedFiles(folder)).toEqual([...left, '.gitignore', 'results.json'])
  const abandoned = path.join(at, left[0] ?? '')
  const then = new Date(statSync(abandoned).mtimeMs - 7_200_000)
  utimesSync(abandoned, then, then)
  place(folder, paths.question, broken)
  expect((await runAlone(folder, lintArgs)).code).toBe(1)
  expect(cachedFiles(folder)).toEqual(['.gitignore', 'results.json'])
})

test('the linter is not even loaded when nothing has changed', () => {
  const folder = newCorpus()
  const loaded = (): string[] => {
    const { stderr } = spawnSync(process.execPath, [cli, ...lintArgs], {
      cwd: folder,
      env: { ...env, NODE_DEBUG: 'esm' },
      encoding: 'utf8',
    })
    return [...new Set(stderr.match(/(?<=\/lib\/)[\w-]+\.js/g))]
  }
  const linter = /^linter-/
  expect(loaded().filter((name) => linter.test(name))).toHaveLength(1)
  const again = loaded()
  expect(again).toContain('main.js')
  expect(again.filter((name) => linter.test(name))).toEqual([])
})
