import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const bench = path.dirname(fileURLToPath(import.meta.url))
export const root = path.dirname(bench)
/** Everything that a run writes, results aside. */
export const scratch = path.join(bench, '.corpus')
export const inBench = (...names) => path.join(bench, ...names)
export const peer = (...names) => path.join(bench, 'node_modules', ...names)
export const node = process.execPath
/** The command line as others get it. */
export const drills = [node, path.join(root, 'bin/drills.js')]
