import { readdirSync } from 'node:fs'
import path from 'node:path'

/** The Markdown files below `drills/` of the working directory. */
export const files = () =>
  readdirSync('drills', { recursive: true })
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.join('drills', name))
