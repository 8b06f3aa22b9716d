import { expect, test } from 'vitest'
import { timeout, useSite } from './app.ts'

const site = useSite('pages', '/deep/site/')

test('an address that changes while the first page appears is followed', async () => {
  // The very moment at which the first page is there, before the browser has painted it.
  const script = `
    new MutationObserver((changes, observer) => {
      if (document.querySelector('main[data-page=home]') === null) return
      observer.disconnect()
      location.hash = '#/loop'
    }).observe(document, { childList: true, subtree: true })`
  const { page } = await site.open({ script })
  await page.goto(site.server.url)
  await page.locator('main[data-page=loop] h1').waitFor({ timeout: 5000 })
  expect(new URL(page.url()).hash).toBe('#/loop')
})

test.each(['no-such-drill', 'constructor', '__proto__'])('no attempt is offered at %s', async (id) => {
  const { page, go } = await site.open()
  await go(`#/history/${id}`)
  await page.getByRole('heading', { name: 'No such drill' }).waitFor()
  await page.getByText('This version of the site has no such drill. You have no attempt at it').waitFor()
  expect(await page.getByRole('link', { name: 'Fresh attempt' }).count()).toBe(0)
})

test('drills without ways through have no page, no line and no field for them', async () => {
  const { page, go } = await site.open()
  await go('#/tracks')
  await page.getByText('These drills have no ways through.').waitFor()
  await go('#/track/first')
  await page.getByRole('heading', { name: 'No such way through' }).waitFor()
  for (const hash of ['#/', '#/plan']) {
    await go(hash)
    expect(await page.locator('main').innerText()).not.toMatch(/way through/i)
    expect(await page.locator('main a[href^="#/track"]').count()).toBe(0)
  }
  expect(await page.locator('select[name=track]').count()).toBe(0)
})

test('a request to any other host would be seen', async () => {
  const { page: other, problems, go } = await site.open({ bypassCSP: true })
  await go('#/')
  expect(problems).toEqual([])
  await other.evaluate("fetch('http://localhost:9/told').catch(() => null)")
  await expect.poll(() => problems.join(), { timeout }).toContain('request to http://localhost:9/told')
  problems.length = 0
})

test.each([320, 390, 768])('names, pages and keys of the header stand apart at %i px', async (width) => {
  const { page, go } = await site.open()
  await page.setViewportSize({ width, height: 800 })
  await go('#/plan')
  const boxes = await page.locator('.site-header > :visible').evaluateAll((parts) =>
    parts.map((part) => {
      const { left, top, right, bottom, height } = part.getBoundingClientRect()
      return { name: part.className || part.tagName, left, top, right, bottom, height }
    }),
  )
  const overlaps = boxes.flatMap((one, index) =>
    boxes
      .slice(index + 1)
      .filter(
        (other) =>
          one.left < other.right &&
          other.left < one.right &&
          one.top < other.bottom &&
          other.top < one.bottom,
      )
      .map((other) => `${one.name} over ${other.name}`),
  )
  expect(overlaps).toEqual([])
  expect(boxes.find(({ name }) => name === 'wordmark')?.height).toBeLessThan(48)
})
