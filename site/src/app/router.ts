import { useLayoutEffect, useState } from 'preact/hooks'

/** The pages of the site; the first part of the address after `#/`, `home` when there is none. */
export const pageNames = [
  'home',
  'loop',
  'rubric',
  'drill',
  'history',
  'attempt',
  'compare',
  'repeat',
  'data',
] as const
export type PageName = (typeof pageNames)[number]

export interface Route {
  /** Null for an address that leads nowhere. */
  readonly page: PageName | null
  readonly args: readonly string[]
  /** What stands behind `?`; only the list of drills asks for anything. */
  readonly query: string
  /** How many routes were shown before in this visit: the focus moves from the second on. */
  readonly visit: number
}

/** What a page gets: the parts of its address. */
export type PageProps = Pick<Route, 'args'>

/** The address of a page: a hash, so that it works in any folder of any host. */
export const href = (page: PageName, ...args: readonly string[]): string =>
  page === 'home' ? '#/' : `#/${[page, ...args.map(encodeURIComponent)].join('/')}`

/** Goes to a page. With `replace` the present one leaves the history. */
export function navigate(address: string, replace = false): void {
  if (replace) location.replace(address)
  else location.hash = address
}

/**
 * Changes what the address bar says of the present page: no page is shown anew, and the way back stays as it is. Browsers
 * refuse it when it is done too often, as by a key that is held down.
 */
export function replaceAddress(address: string): void {
  try {
    history.replaceState(null, '', address)
  } catch {
    // The next change brings the address up to date.
  }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** What an address asks for. */
export function parseHash(hash: string): Omit<Route, 'visit'> {
  const [path = '', ...queries] = hash.replace(/^#?\/?/, '').split('?')
  const [name = '', ...args] = path.split('/').map(decode)
  const page = name === '' ? 'home' : (pageNames.find((each) => each === name) ?? null)
  return { page, args, query: queries.join('?') }
}

/** The present route; renders anew when it changes. */
export function useRoute(): Route {
  const [route, setRoute] = useState<Route>(() => ({ ...parseHash(location.hash), visit: 0 }))
  // In the same turn as the first rendering: a change of the address after that would be missed otherwise.
  useLayoutEffect(() => {
    const follow = (): void => setRoute(({ visit }) => ({ ...parseHash(location.hash), visit: visit + 1 }))
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  return route
}
