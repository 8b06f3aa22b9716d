import { Writable } from 'node:stream'

const colours = /\u001b\[[\d;]*m/g

/**
 * A terminal to draw on: with a width, which some say is 0, and without colours where they are not wanted, because
 * whoever draws on it does not know the flag.
 */
export function screen(output: Writable, color: boolean): Writable {
  const drawn = new Writable({
    decodeStrings: false,
    write: (chunk: string, _, done) => void output.write(color ? chunk : chunk.replace(colours, ''), done),
  })
  const { columns, rows } = output as { columns?: number; rows?: number }
  return Object.assign(drawn, { columns: columns || 80, rows: rows || 24 })
}
