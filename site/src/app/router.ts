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
}

export type PageProps = Pick<Route, 'args'>

/** A hash, so that links work in any folder of any host. */
export const href = (page: PageName, ...args: readonly string[]): string =>
  page === 'home' ? '#/' : `#/${[page, ...args.map(encodeURIComponent)].join('/')}`

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
    history.replaceState(null, '', address)
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

export function parseHash(hash: string): Omit<Route, 'visit'> {
  const [path = '', ...queries] = hash.replace(/^#?\/?/, '').split('?')
  const [name = '', ...args] = path.split('/').map(decode)
  const page = name === '' ? 'home' : (pageNames.find((each) => each === name) ?? null)
  return { page, args, query: queries.join('?') }
}

/** The current route; re-renders when it changes. */
export function useRoute(): Route {
  const [route, setRoute] = useState<Route>(() => ({ ...parseHash(location.hash), visit: 0 }))
  // An effect would run after the first paint and could miss an early change of the hash.
  useLayoutEffect(() => {
    const follow = (): void => setRoute(({ visit }) => ({ ...parseHash(location.hash), visit: visit + 1 }))
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  return route
}
