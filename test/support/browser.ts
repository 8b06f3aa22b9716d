import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { root } from './package.ts'

/** The browser of this machine. There has to be one: tests that need it are never skipped. */
export function browserPath(): string {
  return execFileSync(process.execPath, [path.join(root, 'scripts/browser.mjs'), '--find'], {
    encoding: 'utf8',
  }).trim()
}

/**
 * Starts it. Its sandbox does not work for root.
 * @param args switches besides the usual ones
 */
export function launchBrowser(args: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
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
      ...args,
    ],
  })
}
