// Parses every file as the linter does where it has to be certain, and checks nothing.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { files } from './files.mjs'

// The parser of the tool, not the one that a peer happens to bring.
const { resolve } = createRequire(new URL('../../package.json', import.meta.url))
const load = async (name) => (await import(pathToFileURL(resolve(name)).href)).default
const [{ unified }, remarkParse, remarkFrontmatter] = [
  await import(pathToFileURL(resolve('unified')).href),
  await load('remark-parse'),
  await load('remark-frontmatter'),
]

const processor = unified().use(remarkParse).use(remarkFrontmatter)
let nodes = 0
for (const file of files()) nodes += processor.parse(readFileSync(file, 'utf8')).children.length
console.log(nodes)
