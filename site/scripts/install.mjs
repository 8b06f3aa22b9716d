// Installs what the site needs, unless it is there: `node site/scripts/install.mjs`.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { npm } from './run.mjs'

const site = path.dirname(import.meta.dirname)
const stamp = path.join(site, 'node_modules/.installed-lock')
const lock = path.join(site, '.installing')

/** An install that takes longer was killed, and its lock is of no use. */
const longest = 300_000

const wanted = () =>
  createHash('sha256')
    .update(readFileSync(path.join(site, 'package-lock.json')))
    .digest('hex')

const isInstalled = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted()

/** Only one process at a time may install: the tests ask for it from several. */
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

/** @returns what `run` gives; nothing is done when the lock file is the one that was installed last */
export async function install(options = {}) {
  const nothing = { code: 0, out: '', printed: '' }
  if (isInstalled()) return nothing
  await takeLock()
  try {
    if (isInstalled()) return nothing
    // Nothing here needs install scripts: the native parts come as packages.
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
