// Prints the path of a Chromium or Chrome for the browser tests: one that is there, otherwise one that it installs.
// With --find it installs nothing.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { attempt, installOnDebian, onPath } from './programs.mjs'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']

const places = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) =>
    process.env[name] ? [path.join(process.env[name], 'Google/Chrome/Application/chrome.exe')] : [],
  ),
}

/** Some systems have a launcher that only says how to install the browser; Chrome on Windows can't be asked. */
const runs = (file) =>
  existsSync(file) &&
  (process.platform === 'win32' || spawnSync(file, ['--version'], { timeout: 30_000 }).status === 0)

/** Where playwright-core puts the browser that it installs. */
async function downloaded() {
  try {
    const { chromium } = await import('playwright-core')
    return [chromium.executablePath()]
  } catch {
    return []
  }
}

const installed = async () =>
  [...names.flatMap(onPath), ...(places[process.platform] ?? []), ...(await downloaded())].find(runs)

/** Each way to get a browser that this machine may have. */
const ways = [
  () =>
    attempt(process.execPath, [
      path.join(root, 'node_modules/playwright-core/cli.js'),
      'install',
      'chromium',
    ]),
  () => installOnDebian('chromium'),
]

/** @throws Error when there is none and none can be had */
async function browser(findOnly) {
  const chosen = process.env.CHROMIUM_PATH
  if (chosen) {
    if (runs(chosen)) return chosen
    throw new Error(`CHROMIUM_PATH is no browser that runs: ${chosen}`)
  }
  const found = await installed()
  if (found || findOnly) {
    if (found) return found
    throw new Error('no Chromium or Chrome found: run `node scripts/browser.mjs`, or set CHROMIUM_PATH')
  }
  for (const way of ways) {
    const fresh = way() ? await installed() : undefined
    if (fresh) return fresh
  }
  throw new Error(
    'no Chromium or Chrome found and none could be installed: install one, or set CHROMIUM_PATH',
  )
}

try {
  console.log(await browser(process.argv.includes('--find')))
} catch (error) {
  console.error(`browser: ${error.message}`)
  process.exitCode = 1
}
