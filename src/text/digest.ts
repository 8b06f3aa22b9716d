import { hash } from 'node:crypto'

/** SHA-256 in base64url: 43 characters. */
export const digest = (data: string | Uint8Array): string => hash('sha256', data, 'base64url')
