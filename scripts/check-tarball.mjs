// Checks a packed package as it will be published: its manifest, its types, and every entry or command in an empty project.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
const [file, ...others] = process.argv.slice(2)
if (file === undefined || others.length > 0) throw new Error('usage: check-tarball.mjs <package.tgz>')
const tarball = path.resolve(file)

const run = (program, args, cwd) => execFileSync(program, args, { cwd, stdio: 'inherit' })
const tool = (script, ...args) =>
  run(process.execPath, [path.join(root, 'node_modules', script), ...args], root)

const consumer = `
import assert from 'node:assert/strict'
import * as main from 'audio-text-drills'
import { catalog } from 'audio-text-drills/catalog'
import { loadDrill } from 'audio-text-drills/drills'
import { loadPrompt, promptIds } from 'audio-text-drills/prompts'

assert.equal(main.version, ${JSON.stringify(version)})
assert.ok(catalog.length > 0)
assert.deepEqual(catalog.map(({ id }) => id), promptIds)
for (const id of promptIds) {
  assert.deepEqual(main.resolveId(id), { status: 'active', id })
  assert.deepEqual((await loadPrompt(id)).prompt, (await loadDrill(id)).prompt)
}
console.log(catalog.length + ' drills of version ' + main.version)
`

/** What is tried in a project where the package is installed. */
const trials = {
  'audio-text-drills': (project) => {
    tool('@arethetypeswrong/cli/dist/index.js', '--profile', 'esm-only', '--quiet', tarball)
    writeFileSync(path.join(project, 'consumer.js'), consumer)
    run(process.execPath, ['consumer.js'], project)
  },
  'audio-text-drills-cli': (project) => {
    const corpus = path.join(project, 'drills of our own')
    const npx = (cwd, name, ...args) => run('npm', ['exec', '--no', '--', name, ...args], cwd)
    npx(project, 'audio-text-drills-cli', 'init', corpus)
    npx(corpus, 'drills', 'lint', '--max-warnings=0')
    npx(corpus, 'drills', 'build')
  },
}

const manifest = JSON.parse(
  execFileSync('tar', ['-xzOf', path.basename(tarball), 'package/package.json'], {
    cwd: path.dirname(tarball),
    encoding: 'utf8',
  }),
)
const trial = Object.hasOwn(trials, manifest.name) ? trials[manifest.name] : undefined
if (trial === undefined) throw new Error(`${file} is no package of this project`)
if (manifest.version !== version)
  throw new Error(`${file} has the version ${manifest.version}, expected ${version}`)

tool('publint/src/cli.js', '--strict', tarball)
const project = mkdtempSync(path.join(tmpdir(), 'tarball-'))
try {
  writeFileSync(path.join(project, 'package.json'), JSON.stringify({ private: true, type: 'module' }))
  run('npm', ['install', tarball, '--offline', '--ignore-scripts', '--no-audit', '--no-fund'], project)
  trial(project)
} finally {
  rmSync(project, { recursive: true, force: true })
}
