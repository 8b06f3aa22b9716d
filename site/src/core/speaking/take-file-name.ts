import type { Take } from './takes.ts'

const endings = { webm: 'webm', mp4: 'm4a', ogg: 'ogg' } as const

/** The name of a sound as a file, with its UTC time: `voice-note-search-design-2026-11-28-0904.webm`. */
export function takeFileName(drillId: string, { part, at, mime }: Take): string {
  const container = /^audio\/(webm|mp4|ogg)/.exec(mime)?.[1]
  const ending = container === 'mp4' || container === 'ogg' ? endings[container] : endings.webm
  const time = new Date(at).toISOString()
  return `${drillId}-${part}-${time.slice(0, 10)}-${time.slice(11, 16).replace(':', '')}.${ending}`
}
