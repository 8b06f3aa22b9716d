import { plural } from './plural.ts'
import type { Millis } from './types.ts'

const two = (value: number): string => String(value).padStart(2, '0')

/**
 * A duration as a clock shows it: `4:05`, `1:02:00`; overtime as `+0:12`. Time left is rounded up and overtime down,
 * so that `0:00` appears exactly when the time is over.
 */
export function clockText(left: Millis): string {
  const seconds = left >= 0 ? Math.ceil(left / 1000) : Math.floor(-left / 1000)
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  const text = hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
  return left < 0 && seconds > 0 ? `+${text}` : text
}

const unit = (count: number, name: string): string[] => (count === 0 ? [] : [plural(count, name)])

/** A duration in words, to the second: `4 minutes 5 seconds`. */
export function durationText(length: Millis): string {
  const seconds = Math.round(Math.abs(length) / 1000)
  const parts = [
    ...unit(Math.floor(seconds / 3600), 'hour'),
    ...unit(Math.floor(seconds / 60) % 60, 'minute'),
    ...unit(seconds % 60, 'second'),
  ]
  return parts.length === 0 ? '0 seconds' : parts.join(' ')
}
