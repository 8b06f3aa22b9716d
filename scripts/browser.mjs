// Prints the path of a browser for the tests: one that is there, otherwise one that it installs. With --find it installs
// nothing: `node scripts/browser.mjs [chromium|firefox] [--find]`.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { attempt, installOnDebian, onPath } from './programs.mjs'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

/** The places of a program on Windows. */
const onWindows = (file) =>
  ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) =>
    process.env[name] ? [path.join(process.env[name], file)] : [],
  )

/** Some systems have a launcher that only says how to install the browser; those on Windows can't be asked. */
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

/** Has playwright-core install its own Chromium. */
const download = () =>
  attempt(process.execPath, [path.join(root, 'node_modules/playwright-core/cli.js'), 'install', 'chromium'])

/** Firefox is driven as its makers ship it, so one that playwright-core has patched is of no use. */
const browsers = {
  chromium: {
    title: 'Chromium or Chrome',
    variable: 'CHROMIUM_PATH',
    names: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'],
    places: {
      darwin: [
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
        '/Applications/Chromium.app/Contents/MacOS/Chromium',
      ],
      win32: onWindows('Google/Chrome/Application/chrome.exe'),
    },
    others: downloaded,
    ways: [download, () => installOnDebian('chromium')],
  },
  firefox: {
    title: 'Firefox',
    variable: 'FIREFOX_PATH',
    names: ['firefox-esr', 'firefox'],
    places: {
      darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
      win32: onWindows('Mozilla Firefox/firefox.exe'),
    },
    others: async () => [],
    ways: [() => installOnDebian('firefox-esr')],
  },
}

const installed = async ({ names, places, others }) =>
  [...names.flatMap(onPath), ...(places[process.platform] ?? []), ...(await others())].find(runs)

/** @throws Error when there is none and none can be had */
async function browser(name, findOnly) {
  const wanted = browsers[name]
  const { title, variable, ways } = wanted
  const chosen = process.env[variable]
  if (chosen) {
    if (runs(chosen)) return chosen
    throw new Error(`${variable} is no browser that runs: ${chosen}`)
  }
  const found = await installed(wanted)
  if (found) return found
  if (findOnly)
    throw new Error(`no ${title} found: run \`node scripts/browser.mjs ${name}\`, or set ${variable}`)
  for (const way of ways) {
    const fresh = way() ? await installed(wanted) : undefined
    if (fresh) return fresh
  }
  throw new Error(`no ${title} found and none could be installed: install one, or set ${variable}`)
}

const name = process.argv.slice(2).find((each) => Object.hasOwn(browsers, each)) ?? 'chromium'

try {
  console.log(await browser(name, process.argv.includes('--find')))
} catch (error) {
  console.error(`browser: ${error.message}`)
  process.exitCode = 1
}
