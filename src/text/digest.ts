import { hash } from 'node:crypto'

type Encoding = 'base64url' | 'hex'

/** SHA-256: 43 characters in base64url, 64 in hex. */
export const digest = (data: string | Uint8Array, encoding: Encoding = 'base64url'): string =>
  hash('sha256', data, encoding)
