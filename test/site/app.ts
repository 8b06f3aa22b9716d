import path from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { type BrowserName, launchBrowser } from '../support/browser.ts'
import { temporary } from '../support/package.ts'
import { buildSite, type SiteOptions } from './build.ts'
import { type Program, serveSite } from './support.ts'

/** How long anything may take that the browser does by itself. */
export const timeout = 30_000

export interface App {
  readonly context: BrowserContext
  readonly page: Page
  /** Paths of all that was fetched, by any tab. */
  readonly requests: string[]
  /** Dialogs, errors, warnings and requests to other hosts: there should be none. */
  readonly problems: string[]
  /** Goes to an address of the site, and waits for its title. */
  readonly go: (hash: string) => Promise<void>
  readonly press: (name: string | RegExp) => Promise<void>
  readonly html: () => Promise<string>
  /** Another tab of the same browser profile. */
  readonly tab: () => Promise<App>
}

export interface Opening extends BrowserContextOptions {
  /** Chromium unless told otherwise. */
  readonly browser?: BrowserName
  /** Runs in every page before the site does. */
  readonly script?: string
}

/** Gathers what goes wrong in any tab of a profile, and what is fetched. */
function watch(context: BrowserContext, origin: string): Pick<App, 'requests' | 'problems'> {
  const requests: string[] = []
  const problems: string[] = []
  context.on('request', (request) => {
    const url = new URL(request.url())
    requests.push(url.pathname)
    if (url.origin !== origin) problems.push(`request to ${url.href}`)
  })
  context.on('weberror', (error) => problems.push(error.error().message))
  context.on('console', (message) => {
    const isOurs = message.text() === 'Service Worker registration blocked by Playwright'
    if (['error', 'warning'].includes(message.type()) && !isOurs) problems.push(message.text())
  })
  context.on('dialog', (dialog) => {
    problems.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  return { requests, problems }
}

/** Opens a new browser profile on the site; without a service worker, unless the options allow it. */
export async function openApp(
  browser: Browser,
  { url }: Program,
  { script, browser: _, ...options }: Opening,
): Promise<App> {
  const context = await browser.newContext({ locale: 'en-GB', serviceWorkers: 'block', ...options })
  context.setDefaultTimeout(timeout)
  if (script !== undefined) await context.addInitScript(script)
  const watched = watch(context, new URL(url).origin)
  const tab = async (): Promise<App> => {
    const page = await context.newPage()
    return {
      context,
      page,
      ...watched,
      tab,
      go: async (hash) => {
        await page.goto(`${url}${hash}`)
        const name = /^#\/([a-z]+)/.exec(hash)?.[1] ?? 'home'
        await page.locator(`main[data-page="${name}"] h1`).waitFor()
      },
      press: (name) =>
        page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name }).click(),
      html: () => page.content(),
    }
  }
  return tab()
}

export interface Site {
  /** A new folder, for what the tests of the file write. */
  readonly folder: string
  /** The package that the site is built on. */
  readonly package: string
  /** The built site. */
  readonly built: string
  readonly server: Program
  /** Opens a new browser profile; it is closed after the test, which fails if anything has gone wrong in it. */
  readonly open: (opening?: Opening) => Promise<App>
  /** Lets another build take the place of the one that is served. */
  readonly deploy: (built: string) => Promise<void>
}

/**
 * Builds the site on the drills of the fixtures and serves it, for all tests of a file.
 * @param base the folder of the host that it is served in
 * @param files files of the corpus besides the fixtures, or in place of them
 * @param switches gives switches for Chromium; called with the folder of the file before it starts
 */
export function useSite(
  name: string,
  base = '/',
  files: SiteOptions['files'] = {},
  switches: (folder: string) => readonly string[] = () => [],
): Site {
  const work = temporary(name)
  const browsers = new Map<BrowserName, Browser>()
  let server: Program | undefined
  let opened: App[] = []
  const first = path.join(work.folder, 'first')
  let built = ''
  const serving = (): Program => {
    if (server === undefined) throw new Error('the site is not served yet')
    return server
  }
  beforeAll(async () => {
    built = buildSite(first, { files })
    server = await serveSite(built, base)
  }, 120_000)
  afterEach(async () => {
    const apps = opened
    opened = []
    for (const { context } of apps) await context.close()
    expect(apps.flatMap(({ problems }) => problems)).toEqual([])
  })
  afterAll(async () => {
    for (const browser of browsers.values()) await browser.close()
    await server?.stop()
    work.remove()
  })
  return {
    folder: work.folder,
    package: path.join(first, 'package'),
    get built() {
      return built
    },
    get server() {
      return serving()
    },
    open: async (opening = {}) => {
      const name = opening.browser ?? 'chromium'
      const browser = browsers.get(name) ?? (await launchBrowser(name, switches(work.folder)))
      browsers.set(name, browser)
      const app = await openApp(browser, serving(), opening)
      opened.push(app)
      return app
    },
    deploy: async (other) => {
      const port = Number(new URL(serving().url).port)
      await serving().stop()
      server = await serveSite(other, base, port)
    },
  }
}
