import { isKept } from './updates.ts'

/** `kept`: there is no network, but all of the site is kept in the browser. */
export type Network = 'online' | 'offline' | 'kept'

/** What the browser knows of the network; nothing is asked of it. */
export function network(): Network {
  if (navigator.onLine) return 'online'
  return isKept() ? 'kept' : 'offline'
}

/**
 * Calls back when the network comes or goes.
 * @returns a function that unsubscribes
 */
export function subscribeToNetwork(listener: () => void): () => void {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}
