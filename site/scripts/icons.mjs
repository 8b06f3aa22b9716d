// Renders the PNG icons from public/icon.svg with the local browser. Run `node site/scripts/icons.mjs` in the
// repository after changing the drawing, and commit the result.
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { chromium } from 'playwright-core'

const root = path.resolve(import.meta.dirname, '../..')
const folder = path.join(root, 'site/public')

/** Launchers crop maskable icons to a circle of 80 %, so the drawing is smaller and its background has no corners. */
const icons = [
  { name: 'icon-192.png', size: 192, ground: 'transparent', scale: 1 },
  { name: 'icon-512.png', size: 512, ground: 'transparent', scale: 1 },
  { name: 'icon-maskable-512.png', size: 512, ground: '#0f5c66', scale: 0.86 },
  { name: 'apple-touch-icon.png', size: 180, ground: '#0f5c66', scale: 1 },
]

const executablePath = execFileSync(process.execPath, [path.join(root, 'scripts/browser.mjs'), '--find'], {
  encoding: 'utf8',
}).trim()
const browser = await chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 })
const svg = readFileSync(path.join(folder, 'icon.svg'), 'utf8')
for (const { name, size, ground, scale } of icons) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  const inner = size * scale
  await page.setContent(
    `<body style="margin:0;background:${ground};display:grid;place-items:center;height:${size}px">
    <div style="width:${inner}px;height:${inner}px">${svg}</div>`,
  )
  writeFileSync(path.join(folder, name), await page.screenshot({ omitBackground: true }))
  await page.close()
}
await browser.close()
