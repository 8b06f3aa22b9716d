// Prints the notes of the version that package.json holds, for the GitHub release.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const { releaseNotes } = await import(path.join(root, 'lib/release.js'))
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
process.stdout.write(releaseNotes(root, version))
