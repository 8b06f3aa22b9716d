import { hash } from 'node:crypto'
import type { Source } from '../../io/source.ts'

/** SHA-256, in 43 characters. */
export const digest = (data: string | Uint8Array): string => hash('sha256', data, 'base64url')

/** The beginning of a digest, sixteen characters of their own: a piece of a longer text would keep all of it. */
export const shortDigest = (data: string | Uint8Array): string =>
  hash('sha256', data, 'buffer').toString('base64url', 0, 12)

/** What tells whether a file of the corpus is still the same; undefined for one that could not be read. */
export const digestOf = (source: Source): string | undefined =>
  'bytes' in source ? digest(source.bytes) : undefined
