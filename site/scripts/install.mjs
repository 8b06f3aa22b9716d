// Installs the dependencies of the site unless they are up to date: `node site/scripts/install.mjs`.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { npm } from './run.mjs'

const site = path.dirname(import.meta.dirname)
const stamp = path.join(site, 'node_modules/.installed-lock')
const lock = path.join(site, '.installing')

/** A lock older than this was left by a killed install. */
const longest = 300_000

const wanted = () =>
  createHash('sha256')
    .update(readFileSync(path.join(site, 'package-lock.json')))
    .digest('hex')

const isInstalled = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted()

/** Waits for other processes: tests start several installs at once. */
async function takeLock() {
  for (;;) {
    try {
      mkdirSync(lock)
      return
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0
      if (Date.now() - since > longest) rmSync(lock, { recursive: true, force: true })
      else await delay(200)
    }
  }
}

/** @returns the result of `run`; does nothing when the lock file has not changed since the last install */
export async function install(options = {}) {
  const nothing = { code: 0, out: '', printed: '' }
  if (isInstalled()) return nothing
  await takeLock()
  try {
    if (isInstalled()) return nothing
    // No dependency needs install scripts: native parts come as packages.
    const result = await npm(['ci', '--ignore-scripts', '--no-fund', '--no-audit'], { ...options, cwd: site })
    if (result.code === 0) writeFileSync(stamp, wanted())
    return result
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

if (process.argv[1] === import.meta.filename) {
  const { code, printed } = await install()
  if (code !== 0) process.stderr.write(printed)
  process.exitCode = code
}
