import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { type Browser, chromium, firefox } from 'playwright-core'
import { root } from './package.ts'

export type BrowserName = 'chromium' | 'firefox'

/** A browser of this machine. There has to be one: tests that need it are never skipped. */
export function browserPath(name: BrowserName = 'chromium'): string {
  return execFileSync(process.execPath, [path.join(root, 'scripts/browser.mjs'), name, '--find'], {
    encoding: 'utf8',
  }).trim()
}

/** Starts Chromium. Its sandbox does not work for root. */
const launchChromium = (more: readonly string[]): Promise<Browser> =>
  chromium.launch({
    executablePath: browserPath(),
    headless: true,
    chromiumSandbox: process.getuid?.() !== 0,
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
  })

/** Starts Firefox as its makers ship it, by WebDriver BiDi. */
const launchFirefox = (): Promise<Browser> =>
  firefox.launch({ channel: 'moz-firefox', executablePath: browserPath('firefox'), headless: true })

/** @param args more arguments for Chromium */
export const launchBrowser = (
  name: BrowserName = 'chromium',
  args: readonly string[] = [],
): Promise<Browser> => (name === 'firefox' ? launchFirefox() : launchChromium(args))
