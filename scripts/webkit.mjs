// Prints how to drive WebKit, as JSON: the paths of its driver, its browser and a display without a screen. With --find it
// installs nothing.
import { existsSync } from 'node:fs'
import { globSync } from 'glob'
import { installOnDebian, onPath } from './programs.mjs'

function find() {
  const driver = onPath('WebKitWebDriver').find(existsSync)
  const [browser] = globSync('/usr/lib/*/webkit2gtk-4.*/MiniBrowser').sort()
  const display = onPath('Xvfb').find(existsSync)
  return driver && browser && display ? { driver, browser, display } : undefined
}

const isInstalled = () => installOnDebian('webkit2gtk-driver') && installOnDebian('xvfb')

const found = find() ?? (!process.argv.includes('--find') && isInstalled() ? find() : undefined)
if (found) console.log(JSON.stringify(found))
else {
  console.error(
    'webkit: WebKitWebDriver not found; on Debian it is in the packages webkit2gtk-driver and xvfb',
  )
  process.exitCode = 1
}
