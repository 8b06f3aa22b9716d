import { hash } from 'node:crypto'
import type { Source } from '../read-corpus.ts'

/** SHA-256, in 43 characters. */
export const digest = (data: string | Uint8Array): string => hash('sha256', data, 'base64url')

/** What tells whether a file of the corpus is still the same; undefined for one that could not be read. */
export const digestOf = (source: Source): string | undefined =>
  'bytes' in source ? digest(source.bytes) : undefined
