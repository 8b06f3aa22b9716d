import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { root } from '../support/package.ts'

export interface Program {
  /** The address that it has printed. */
  readonly url: string
  /** Sends Ctrl-C and gives the exit code, and all that was printed. */
  readonly stop: () => Promise<{ readonly code: number | null; readonly printed: string }>
}

/** Ends a program that the tests have started, if it still runs. */
const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    if (child.exitCode !== null) resolve(child.exitCode)
    else child.once('exit', resolve)
  })

/** Starts a script of the repository, and waits for the address that it prints. */
export function start(script: string, args: readonly string[], cwd: string = root): Promise<Program> {
  const file = path.join(root, script)
  if (!existsSync(file)) throw new Error(`no ${script}`)
  const child = spawn(process.execPath, [file, ...args], { cwd })
  let printed = ''
  const stop: Program['stop'] = async () => {
    child.kill('SIGINT')
    return { code: await ended(child), printed }
  }
  return new Promise((resolve, reject) => {
    const read = (part: Buffer): void => {
      printed += part.toString()
      const url = /http:\/\/\S+/.exec(printed)?.[0]
      if (url !== undefined && printed.includes('\n')) resolve({ url, stop })
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('exit', () => reject(new Error(`${script} has ended: ${printed}`)))
  })
}

/** Serves a built site as `npm run site` does. */
export const serveSite = (folder: string, base = '/', port = 0): Promise<Program> =>
  start('scripts/site.mjs', ['--folder', folder, '--base', base, '--port', String(port)])
