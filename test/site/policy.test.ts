import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publishedHtml } from '../../site/src/platform/trusted-html.ts'
import { launchBrowser } from '../support/browser.ts'
import { strings } from '../support/leaks.ts'
import { root, temporary } from '../support/package.ts'
import { barePage, buildSite } from './build.ts'
import { type Program, serveSite } from './support.ts'

const work = temporary('policy')
let browser: Browser
let built: string
let bare: Program
let full: Program

beforeAll(async () => {
  built = buildSite(path.join(work.folder, 'full'), { corpus: root })
  full = await serveSite(built)
  bare = await serveSite(buildSite(path.join(work.folder, 'bare'), { page: barePage }))
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await bare?.stop()
  await full?.stop()
  work.remove()
})

/** Opens a page and gathers what it complains about. */
async function open(url: string): Promise<{ page: Page; complaints: string[]; requested: string[] }> {
  const page = await browser.newPage()
  const complaints: string[] = []
  const requested: string[] = []
  page.on('pageerror', ({ message }) => complaints.push(message))
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('request', (request) => requested.push(request.url()))
  await page.goto(url, { waitUntil: 'networkidle' })
  return { page, complaints, requested }
}

const filesOf = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))

describe('what is built', () => {
  const html = (): string => readFileSync(path.join(built, 'index.html'), 'utf8')

  test('one page, which names what it may load before anything is loaded', () => {
    expect(filesOf(built).filter((file) => file.endsWith('.html'))).toEqual([path.join(built, 'index.html')])
    const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]+)">/.exec(html())
    const rules = policy?.[1]?.split('; ') ?? []
    expect(rules).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "connect-src 'self'",
        'media-src blob:',
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        'trusted-types drills-html drills-worker',
      ]),
    )
    // What was recorded here is played from memory, and nothing else is.
    const others = rules.filter((rule) => rule !== 'media-src blob:')
    expect(others.join()).not.toMatch(/unsafe|https?:|\*|blob:/)
    expect(html().indexOf('Content-Security-Policy')).toBeLessThan(html().search(/<(?:script|link|style)/))
  })

  test('no script and no style in the page', () => {
    expect([...html().matchAll(/<script[^>]*>([^<]*)/g)].map(([, text]) => text)).not.toContainEqual(
      expect.stringMatching(/\S/),
    )
    expect(html()).not.toMatch(/<style|\sstyle=|\son[a-z]+=|javascript:/i)
  })

  test('nothing that evaluates text, and no sink of HTML but the one that Preact fills', () => {
    const scripts = filesOf(built).filter(
      (file) => file.endsWith('.js') && !/[\\/](?:prompts|drills)[\\/]/.test(file),
    )
    const code = scripts.map((file) => readFileSync(file, 'utf8')).join('\n')
    expect(code).not.toMatch(
      /\beval\(|new Function|document\.write|insertAdjacentHTML|outerHTML|srcdoc|createContextualFragment/,
    )
    expect(code.match(/\.innerHTML\s*=(?!=)/g)).toHaveLength(1)
  })

  test('the head says what the page is', () => {
    expect(html()).toMatch(/<html lang="en">/)
    expect(html()).toMatch(/<title>[^<]{10,70}<\/title>/)
    expect(html()).toMatch(/<meta name="description" content="[^"]{50,320}">/)
    expect(html().match(/<meta name="theme-color"[^>]*prefers-color-scheme/g)).toHaveLength(2)
  })

  test('it can be installed: the manifest and every icon that it names are there', () => {
    const manifest = JSON.parse(readFileSync(path.join(built, 'manifest.webmanifest'), 'utf8'))
    expect(manifest).toMatchObject({ start_url: './', scope: './', display: 'standalone' })
    const icons: { src: string; sizes: string; purpose?: string }[] = manifest.icons
    const sizes = icons
      .filter(({ src }) => src.endsWith('.png'))
      .map(({ src, sizes: said }) => {
        const png = readFileSync(path.join(built, src))
        return [said, `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`]
      })
    expect(sizes).toEqual([
      ['192x192', '192x192'],
      ['512x512', '512x512'],
      ['512x512', '512x512'],
    ])
    expect(icons.some(({ purpose }) => purpose === 'maskable')).toBe(true)
    expect(readFileSync(path.join(built, 'icon.svg'), 'utf8')).toMatch(/^<svg/)
    for (const [, name] of html().matchAll(/<link[^>]+href="\.\/([^"]+)"/g))
      expect(filesOf(built)).toContain(path.join(built, name ?? ''))
  })
})

describe('in the browser', () => {
  test('the site opens without a complaint, and asks for nothing but itself and no drill', async () => {
    const { page, complaints, requested } = await open(full.url)
    expect(await page.title()).not.toBe('')
    expect(await page.innerText('body')).toContain('Multilingual')
    expect(complaints).toEqual([])
    expect(requested.filter((url) => !url.startsWith(full.url))).toEqual([])
    expect(requested.filter((url) => /\/(?:prompts|drills)\//.test(url))).toEqual([])
    // The worker is in place too: its address has passed the policy.
    await expect.poll(() => page.evaluate('navigator.serviceWorker.controller !== null')).toBe(true)
    expect(complaints).toEqual([])
    const scripts = requested.filter((url) => url.endsWith('.js')).map((url) => url.slice(full.url.length))
    const compressed = scripts.map(
      (name) => gzipSync(readFileSync(path.join(built, name)), { level: 9 }).length,
    )
    expect(compressed.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(40 * 1024)
    await page.close()
  })

  test('HTML of the package is shown; any other is refused or shown as text', async () => {
    const { page, complaints } = await open(bare.url)
    expect(await page.innerHTML('main div')).toBe('<p>A <em>bare</em> page</p>')
    const hostile = '<p>x</p><img src="x" onerror="page.hurt = true"><script>page.hurt = true</script>'
    await page.evaluate(`page.show(${JSON.stringify(hostile)})`)
    expect(await page.innerText('main div')).toBe(hostile)
    const refused = (code: string): Promise<boolean> =>
      page.evaluate(`(() => { try { ${code}; return false } catch { return true } })()`)
    expect(await refused("document.body.innerHTML = '<p>x</p>'")).toBe(true)
    expect(await refused("trustedTypes.createPolicy('other', {})")).toBe(true)
    expect(await refused("trustedTypes.createPolicy('drills-html', {})")).toBe(true)
    expect(await refused("document.createElement('script').src = 'x.js'")).toBe(true)
    await page.evaluate(
      "document.body.append(Object.assign(document.createElement('img'), { src: 'https://other.example/x' }))",
    )
    await expect.poll(() => complaints.join()).toContain('https://other.example/x')
    expect(await page.evaluate('page.hurt')).toBe(undefined)
    await page.close()
  })
})

describe('HTML of the package', () => {
  const html = (value: unknown): string[] => {
    if (typeof value !== 'object' || value === null) return []
    const own = 'html' in value ? strings(value.html) : []
    return [...own, ...Object.values(value).flatMap(html)]
  }

  test('all of it is taken as it is', () => {
    const folder = path.join(work.folder, 'full/package')
    const all = ['drills', 'prompts', 'rubric', 'practice-loop'].flatMap((name) =>
      html(JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8'))),
    )
    expect(all.length).toBeGreaterThan(100)
    expect(all.filter((text) => publishedHtml(text) !== text)).toEqual([])
  })

  test.each([
    '<script>x</script>',
    '<img src=x>',
    '<p onclick="x">',
    '<p style="x">',
    '<a href="javascript:x">',
    '<a href="http://example.com">',
    '<a href="https:x" onclick="y">',
    '<a href="https:x"onclick="y">',
    '<a href=https:x>',
    '<A HREF="https:x">',
    '<p/onclick=x>',
    '<p\nonclick="x">',
    '<mark data-evidence=""><svg/onload=x>">',
    '<!-- x -->',
    '<p',
    '<',
  ])('%s is shown as text', (text) => {
    const shown = publishedHtml(`<p>${text}</p>`)
    expect(shown).not.toContain('<')
    expect(shown.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')).toBe(
      `<p>${text}</p>`,
    )
  })

  test('a long text takes no long time', () => {
    const start = performance.now()
    publishedHtml(`${'<p>a &lt; b</p><a href="https:'.repeat(20_000)}<`)
    publishedHtml('<p>'.repeat(100_000))
    expect(performance.now() - start).toBeLessThan(1_000)
  })
})
