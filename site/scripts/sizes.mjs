// Prints the compressed download sizes of the built site. Fails when a visit that starts on any page needs more
// JavaScript than the budget before a drill is opened: `node scripts/sizes.mjs [folder]`.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

/** The budget in bytes of gzipped JavaScript before the first drill is opened. */
const budget = 45 * 1024

/** Pages on which a visit can start, and the data they fetch on their own. */
const pages = {
  home: ['home-side'],
  'loop-page': ['practice-loop'],
  'rubric-page': ['rubric'],
  'plan-page': [],
  'repeat-page': [],
  'history-page': [],
  'compare-page': [],
  'data-page': [],
  'progress-page': [],
  'samples-page': [],
  'search-page': [],
  'tracks-page': ['tracks'],
  'track-page': ['tracks'],
}

const folder = path.resolve(process.argv[2] ?? path.join(import.meta.dirname, '../dist'))

const read = (name) => readFileSync(path.join(folder, name))
const sizeOf = (name) => gzipSync(read(name), { level: 9 }).length
const beside = (name, address) => path.posix.join(path.posix.dirname(name), address)

/** The static imports of a script. Texts that look like an import don't resolve to a file. */
function importsOf(name) {
  const found = read(name)
    .toString()
    .matchAll(/\b(?:from|import)\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g)
  return [...found]
    .map(([, address]) => beside(name, address))
    .filter((each) => existsSync(path.join(folder, each)))
}

function withImports(names) {
  const all = new Set(names)
  for (const name of all) for (const each of importsOf(name)) all.add(each)
  return [...all]
}

/** Scripts and preloads of the page. */
const pageScripts = () =>
  [
    ...read('index.html')
      .toString()
      .matchAll(/(?:src|href)="(?:\.\/)?([^"]+\.js)"/g),
  ].map(([, address]) => address)

const total = (names) => names.reduce((sum, name) => sum + sizeOf(name), 0)
const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1).padStart(7)} KB`

const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((name) => name.split(path.sep).join('/'))
  .filter((name) => name.endsWith('.js'))
  .sort()
const first = withImports(pageScripts())
const later = scripts.filter((name) => name.startsWith('assets/') && !first.includes(name))
const inFolder = (name) => scripts.filter((each) => each.startsWith(`${name}/`))

if (first.length === 0) throw new Error(`no scripts in ${folder}: build the site first`)
for (const name of first) console.log(`${kilobytes(sizeOf(name))}  ${name}`)
for (const name of later) console.log(`${kilobytes(sizeOf(name))}  ${name}, when it is needed`)
for (const name of ['prompts', 'drills', 'samples'])
  console.log(`${kilobytes(Math.max(0, ...inFolder(name).map(sizeOf)))}  the largest of ${name}/, one by one`)

/** The script with a given name and any hash. */
function scriptOf(name) {
  const found = scripts.filter((each) => new RegExp(`^assets/${name}-[\\w-]{8}\\.js$`).test(each))
  if (found.length !== 1) throw new Error(`expected one script \`${name}\`, found ${found.length}`)
  return found[0]
}

const starts = Object.entries(pages).map(([page, data]) => [
  page,
  withImports([...first, ...[page, ...data].map(scriptOf)]),
])
for (const [page, names] of starts) {
  const needed = total(names)
  console.log(
    `${kilobytes(needed)}  before the first drill is opened, from ${page}, of ${budget / 1024} KB (gzip)`,
  )
  if (needed > budget) {
    console.error(`sizes: ${needed - budget} bytes too many before the first drill is opened, from ${page}`)
    process.exitCode = 1
  }
}
