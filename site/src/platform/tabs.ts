import type { Change } from '../core/model/change.ts'

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
  // What comes while the library is still being read would be missed.
  const early: (Change | null)[] = []
  channel.onmessage = ({ data }: MessageEvent<Change | null>) => early.push(data)
  return {
    tell: (change) => channel.postMessage(change),
    listen: (hear) => {
      for (const data of early.splice(0)) hear(data)
      // Only this origin can post here, and it posts nothing else.
      channel.onmessage = ({ data }: MessageEvent<Change | null>) => hear(data)
    },
  }
}
