// Writes the tool as a package of its own, for repositories of other drills: build-cli.mjs [folder], dist-cli/ by default.
// It holds what the root packs, the app of the practice site among it, which is built here; the root itself is private.
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { globSync } from 'glob'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const [given = path.join(root, 'dist-cli')] = process.argv.slice(2)
const out = path.resolve(given)
const read = (file) => JSON.parse(readFileSync(file, 'utf8'))

const { version, license, type, repository, homepage, bugs, engines, bin, files } = read(
  path.join(root, 'package.json'),
)

/** The packages with the native parser, one of which a machine can run: the parser itself is bundled. */
function nativeParsers() {
  const parser = createRequire(import.meta.url).resolve('satteri')
  const folder = parser.slice(0, parser.lastIndexOf(`${path.sep}dist${path.sep}`))
  return read(path.join(folder, 'package.json')).optionalDependencies
}

const manifest = {
  name: 'audio-text-drills-cli',
  version,
  description: 'Linter, build and practice site for repositories of interview drills in Markdown',
  keywords: ['interview', 'drills', 'lint', 'markdown', 'cli'],
  license,
  homepage,
  repository,
  bugs,
  type,
  engines,
  // By its second name npx finds it.
  bin: { ...bin, 'audio-text-drills-cli': bin.drills, 'drills-version': 'bin/version.js' },
  exports: { './package.json': './package.json' },
  optionalDependencies: nativeParsers(),
}

/** What one entry of `files` stands for. */
function filesOf(entry) {
  const found = globSync(existsSync(path.join(root, entry)) ? [entry, `${entry}/**`] : entry, {
    cwd: root,
    dot: true,
    nodir: true,
    posix: true,
  })
  if (found.length === 0) throw new Error(`there is nothing at ${entry}, which the package holds`)
  return found
}

const site = spawnSync(process.execPath, [path.join(root, 'scripts/site.mjs'), '--shell'], {
  cwd: root,
  stdio: 'inherit',
})
if (site.status !== 0) throw new Error('the app of the practice site could not be built')

const fresh = mkdtempSync(path.join(path.dirname(out), '.dist-cli-'))
try {
  const folder = path.join(fresh, 'new')
  for (const file of files.flatMap(filesOf)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    cpSync(path.join(root, file), path.join(folder, file))
  }
  writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  cpSync(path.join(root, 'docs/cli.md'), path.join(folder, 'README.md'))
  if (existsSync(out)) renameSync(out, path.join(fresh, 'old'))
  renameSync(folder, out)
} finally {
  rmSync(fresh, { recursive: true, force: true })
}
console.log(path.relative(process.cwd(), out) || '.')
