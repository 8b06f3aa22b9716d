// Prints the whole-process time of commands as ratios to an empty Node.js process, measured in turns.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const rounds = Number(process.argv[2] ?? 15)

const folder = mkdtempSync(path.join(tmpdir(), 'bench-'))
const dist = path.join(folder, 'dist')
const catalog = pathToFileURL(path.join(dist, 'catalog.js')).href

const floor = ['-e', '0']
const commands = {
  'drills --help': ['bin/drills.js', '--help'],
  'drills lint (all drills of the repository)': ['bin/drills.js', 'lint'],
  'import of the catalog from the package': [
    '--input-type=module',
    '-e',
    `import { catalog } from ${JSON.stringify(catalog)}; if (catalog.length === 0) throw new Error('empty')`,
  ],
}

function time(args) {
  const start = performance.now()
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'ignore' })
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}`)
  return performance.now() - start
}

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1]

try {
  time(['bin/drills.js', 'build', '--out', dist])
  for (const args of [floor, ...Object.values(commands)]) time(args)
  console.log(`medians of ${rounds} pairs, Node.js ${process.versions.node}`)
  for (const [name, args] of Object.entries(commands)) {
    const pairs = Array.from({ length: rounds }, () => [time(floor), time(args)])
    const ratio = median(pairs.map(([empty, full]) => full / empty))
    console.log(
      `${name}: ${ratio.toFixed(2)} × node -e 0 (${Math.round(median(pairs.map(([, full]) => full)))} ms)`,
    )
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
