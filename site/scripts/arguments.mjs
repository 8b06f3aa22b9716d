import { parseArgs } from 'node:util'

/** Invalid usage, with a one-line message. */
export class UsageError extends Error {}

/**
 * @param shape options for `parseArgs` of Node.js
 * @throws UsageError
 */
export function readArguments(args, shape) {
  try {
    return parseArgs({ args, strict: true, ...shape })
  } catch (error) {
    // The first sentence says what is wrong; the rest is about Node.js.
    throw new UsageError(error.message.split(/\. |\n/)[0])
  }
}

/** @throws UsageError for an invalid port */
export function portOf(text) {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (port >= 0 && port <= 65_535) return port
  throw new UsageError(`\`--port ${text}\` is not a port; expected a number from 0 to 65535`)
}

/** @throws UsageError for an invalid folder */
export function baseOf(text) {
  if (/^\/(?:[\w.~-]+\/)*$/.test(text) && !text.includes('/../') && !text.includes('/./')) return text
  throw new UsageError(`\`--base ${text}\` is not the folder of an address; expected one such as /drills/`)
}
