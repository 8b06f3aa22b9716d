// The least that any tool does: read every file.
import { readFileSync } from 'node:fs'
import { files } from './files.mjs'

let bytes = 0
for (const file of files()) bytes += readFileSync(file).length
console.log(bytes)
