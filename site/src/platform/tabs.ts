import type { Change } from '../core/records.ts'

/** Other tabs of the site; null stands for a library that was deleted. */
export interface Tabs {
  readonly tell: (change: Change | null) => void
  readonly listen: (hear: (change: Change | null) => void) => void
}

/**
 * Tells other tabs of the same site what has changed here.
 * @param name as that of the database
 */
export function openTabs(name: string): Tabs {
  if (typeof BroadcastChannel === 'undefined') return { tell: () => undefined, listen: () => undefined }
  const channel = new BroadcastChannel(name)
  return {
    tell: (change) => channel.postMessage(change),
    listen: (hear) => {
      // Only pages of this origin can write here, and they send nothing else.
      channel.onmessage = ({ data }: MessageEvent<Change | null>) => hear(data)
    },
  }
}
