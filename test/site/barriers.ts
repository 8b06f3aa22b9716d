import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { root } from '../support/package.ts'

const axe = readFileSync(path.join(root, 'node_modules/axe-core/axe.min.js'), 'utf8')

/** What axe finds, as `rule: element, element`. */
const violations = (options: object): string =>
  `axe.run(document, ${JSON.stringify({ resultTypes: ['violations'], ...options })}).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ target }) => target.join(' ')).join(', ')))`

/** A narrow phone, a window of 1280 at twice the size, and that window. */
export const sizes = [
  { width: 320, height: 640 },
  { width: 640, height: 400 },
  { width: 1280, height: 800 },
] as const

/** The colour schemes change nothing but colours: all else is looked at once. */
const schemes = [
  { colorScheme: 'light', options: {} },
  { colorScheme: 'dark', options: { runOnly: ['color-contrast', 'link-in-text-block'] } },
] as const

/**
 * What is wrong with the page as it is, at every size and in both colour schemes.
 * @param place what to call it
 */
export async function barriers(page: Page, place: string): Promise<string[]> {
  const found: string[] = []
  // The policy of the page lets it load no such script; the browser's own tools may.
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(axe)
  for (const size of sizes) {
    await page.setViewportSize(size)
    for (const { colorScheme, options } of schemes) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const where = `${place}, ${size.width}, ${colorScheme}`
      for (const violation of await page.evaluate<string[]>(violations(options)))
        found.push(`${where}: ${violation}`)
    }
    const over = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
    if (over > 0) found.push(`${place}, ${size.width}: ${over} px too wide`)
  }
  return found
}
