// Compares the two Markdown parsers on random documents: `npm run fuzz -- [runs] [seed] [kind of document]`. Prints how
// many documents there were, how many take the fast path, how many drills are clean (those are compiled through both,
// and must come to the same package), and a counterexample made as short as possible.
import { mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import fc from 'fast-check'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const runs = Number(process.argv[2] ?? 20_000)
const seed = Number(process.argv[3] ?? Date.now() % 2 ** 31)
if (!(Number.isInteger(runs) && runs > 0 && Number.isInteger(seed)))
  throw new Error('expected a number of runs and a seed, both whole')

const names = ['blocks', 'changes', 'compare', 'soup', 'texts']

async function load() {
  // Inside the repository, where packages that can't be bundled are found.
  const folder = await mkdtemp(path.join(root, '.lib-fuzz-'))
  try {
    await build({
      absWorkingDir: root,
      entryPoints: names.map((name) => `test/parse/fast-path/${name}.ts`),
      outdir: folder,
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      packages: 'external',
      outExtension: { '.js': '.mjs' },
      // Fixtures are found from the module that reads them.
      define: { 'import.meta.url': JSON.stringify(pathToFileURL(path.join(root, 'test/support/x')).href) },
    })
    const modules = names.map((name) => import(pathToFileURL(path.join(folder, `${name}.mjs`)).href))
    return Object.assign({}, ...(await Promise.all(modules)))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

process.chdir(root)
const {
  blocks,
  changed,
  compareDrill,
  drillsOfBlocks,
  fixtures,
  live,
  mildBlocks,
  mildSoup,
  soup,
  taken,
  treesDiffer,
} = await load()

/** Runs a property in parts, so that a long run shows that it goes on. */
function search(name, total, arbitrary, differs) {
  const began = performance.now()
  const count = { documents: 0, taken: 0, clean: 0 }
  for (let done = 0; done < total; done += 20_000) {
    const property = fc.property(arbitrary, (value) => {
      count.documents += 1
      const difference = differs(value, count)
      if (difference !== undefined) throw new Error(difference)
    })
    const result = fc.check(property, { seed: seed + done, numRuns: Math.min(20_000, total - done) })
    const seconds = Math.round((performance.now() - began) / 1000)
    console.log(`${name}: ${JSON.stringify(count)}, ${seconds} s`)
    if (result.failed) {
      console.log(fc.defaultReportMessage(result))
      process.exitCode = 1
      return
    }
  }
}

console.log(`${runs} runs with seed ${seed}`)
const tree = (text, count) => {
  if (!taken(text)) return undefined
  count.taken += 1
  return treesDiffer(text)
}
const compiled = ({ file, text }, count) => {
  const compared = compareDrill(file, text)
  count.taken += compared.taken
  count.clean += compared.stands
  return compared.difference
}
const drills = [...fixtures, ...live.filter(({ file }) => file.split('/').length === 3)]

/** Each kind of document with its share of the runs. */
const kinds = [
  ['short soup', 0.25, soup(10), tree],
  ['long soup', 0.1, soup(40), tree],
  ['mild soup', 0.25, mildSoup(30), tree],
  ['blocks', 0.1, blocks(4), tree],
  ['mild blocks', 0.15, mildBlocks(12), tree],
  ['drills of blocks', 0.1, drillsOfBlocks(3), compiled],
  ['changed drills', 0.05, changed(drills), compiled],
]
const only = process.argv[4]
if (only !== undefined && !kinds.some(([name]) => name === only))
  throw new Error(`expected a kind of document: ${kinds.map(([name]) => name).join(', ')}`)
for (const [name, share, arbitrary, differs] of kinds)
  if (only === undefined) search(name, Math.ceil(runs * share), arbitrary, differs)
  else if (name === only) search(name, runs, arbitrary, differs)
