import type { App } from './app.ts'

/** A browser whose settings forbid pages to store anything: a script for before the site runs. */
export const denied = `
  const refuse = () => { throw new DOMException('no', 'SecurityError') }
  Object.defineProperty(window, 'indexedDB', { get: () => ({ open: refuse }) })
  Object.defineProperty(window, 'localStorage', { get: refuse })
`

/**
 * Leaves the site no room to store anything. Call it before the first writing: afterwards the browser goes by the
 * room that it found then.
 * @param url the address of the site
 * @returns a function that gives the room back
 */
export async function fill({ context, page }: App, url: string): Promise<() => Promise<void>> {
  const devtools = await context.newCDPSession(page)
  const { origin } = new URL(url)
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 })
  return async () => {
    await devtools.send('Storage.overrideQuotaForOrigin', { origin })
    await devtools.detach()
  }
}
