import { useLayoutEffect, useState } from 'preact/hooks'

/** Pages by the first segment of the hash; `home` when it is empty. */
export const pageNames = [
  'home',
  'loop',
  'rubric',
  'drill',
  'history',
  'attempt',
  'compare',
  'plan',
  'repeat',
  'data',
  'progress',
  'samples',
  'search',
  'tracks',
  'track',
] as const
export type PageName = (typeof pageNames)[number]

export interface Route {
  /** Null for an unknown address. */
  readonly page: PageName | null
  readonly args: readonly string[]
  /** The part after `?`; only the list of drills uses it. */
  readonly query: string
  /** Number of routes shown earlier in this visit; focus moves only when it is above 0. */
  readonly visit: number
  /** How far down the page was left, when the browser goes back or forward to it; else 0. */
  readonly top: number
}

export type PageProps = Pick<Route, 'args'>

/** A hash, so that links work in any folder of any host. */
export const href = (page: PageName, ...args: readonly string[]): string =>
  page === 'home' ? '#/' : `#/${[page, ...args.map(encodeURIComponent)].join('/')}`

/** The whole address of a page, for files that leave the site. */
export const addressOf = (page: PageName): string => new URL(href(page), location.href).href

/** Navigates to an address; `replace` drops the current one from the history. */
export function navigate(address: string, replace = false): void {
  if (replace) location.replace(address)
  else location.hash = address
}

/**
 * Updates the address bar without navigating or adding a history entry. Browsers reject this when it happens too
 * often, for example while a key is held down.
 */
export function replaceAddress(address: string): void {
  try {
    history.replaceState(history.state, '', address)
  } catch {
    // The next change will update the address.
  }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

export function parseHash(hash: string): Omit<Route, 'visit' | 'top'> {
  const [path = '', ...queries] = hash.replace(/^#?\/?/, '').split('?')
  const [name = '', ...args] = path.split('/').map(decode)
  const page = name === '' ? 'home' : (pageNames.find((each) => each === name) ?? null)
  return { page, args, query: queries.join('?') }
}

/** A name for the current entry of the history, given when one comes to it first. */
function historyEntry(): string {
  const state: unknown = history.state
  if (typeof state === 'string') return state
  const entry = crypto.randomUUID()
  try {
    history.replaceState(entry, '')
  } catch {
    // Then the page begins at its top.
  }
  return entry
}

/** The current route; re-renders when it changes. */
export function useRoute(): Route {
  const [route, setRoute] = useState<Route>(() => ({ ...parseHash(location.hash), visit: 0, top: 0 }))
  // An effect would run after the first paint and could miss an early change of the hash.
  useLayoutEffect(() => {
    const tops = new Map<string, number>()
    let entry = historyEntry()
    const keep = (): void => {
      tops.set(entry, scrollY)
      // On the way back the browser would scroll, too, while the page is not yet as long as it was.
      if (history.scrollRestoration !== 'manual') history.scrollRestoration = 'manual'
    }
    /** After a reload nobody else knows the place. */
    const leave = (): void => {
      history.scrollRestoration = 'auto'
    }
    const follow = (): void => {
      entry = historyEntry()
      const top = tops.get(entry) ?? 0
      setRoute(({ visit }) => ({ ...parseHash(location.hash), visit: visit + 1, top }))
    }
    addEventListener('scroll', keep, { passive: true })
    addEventListener('hashchange', follow)
    addEventListener('pagehide', leave)
    return () => {
      removeEventListener('scroll', keep)
      removeEventListener('hashchange', follow)
      removeEventListener('pagehide', leave)
    }
  }, [])
  return route
}
