import type { Change } from '../core/records.ts'

/** The other tabs of the site; null means that the library was wiped. */
export interface Tabs {
  readonly tell: (change: Change | null) => void
  readonly listen: (hear: (change: Change | null) => void) => void
}

/**
 * Connects to the other tabs of the same deployment.
 * @param name the name of the database
 */
export function openTabs(name: string): Tabs {
  if (typeof BroadcastChannel === 'undefined') return { tell: () => undefined, listen: () => undefined }
  const channel = new BroadcastChannel(name)
  return {
    tell: (change) => channel.postMessage(change),
    listen: (hear) => {
      // Only this origin can post here, and it posts nothing else.
      channel.onmessage = ({ data }: MessageEvent<Change | null>) => hear(data)
    },
  }
}
