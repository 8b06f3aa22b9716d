import type { Change } from '../core/model/change.ts'

/** The other tabs of the site. Of changes to the library, null means that it was wiped. */
export interface Tabs<Message = Change | null> {
  readonly tell: (message: Message) => void
  readonly listen: (hear: (message: Message) => void) => void
}

/**
 * Connects to the other tabs of the same deployment.
 * @param name the name of the database that the messages are about
 */
export function openTabs<Message = Change | null>(name: string): Tabs<Message> {
  if (typeof BroadcastChannel === 'undefined') return { tell: () => undefined, listen: () => undefined }
  const channel = new BroadcastChannel(name)
  // What comes while the library is still being read would be missed.
  const early: Message[] = []
  channel.onmessage = ({ data }: MessageEvent<Message>) => early.push(data)
  return {
    tell: (message) => channel.postMessage(message),
    listen: (hear) => {
      for (const data of early.splice(0)) hear(data)
      // Only this origin can post here, and it posts nothing else.
      channel.onmessage = ({ data }: MessageEvent<Message>) => hear(data)
    },
  }
}
