// Builds lib/: the command line, the code of the published package, and the notices of what is bundled. Before that it
// writes the validators and the list of words, which the sources import.
import { createHash } from 'node:crypto'
import { chmod, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build as bundle } from 'esbuild'
import { bundleTool } from './bundle-tool.mjs'
import { writeValidators } from './generate-validators.mjs'
import { writeWords } from './generate-words.mjs'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
await Promise.all([writeValidators(), writeWords()])
// A temp folder, so that two builds at once don't write into each other.
const fresh = await mkdtemp(path.join(root, '.lib-'))
const lib = path.join(root, 'lib')

const output = await bundleTool(root, fresh)

// The code of the published package: for browsers too, from our own sources only.
const runtime = await bundle({
  absWorkingDir: root,
  entryPoints: { runtime: 'src/runtime/index.ts' },
  outdir: fresh,
  bundle: true,
  format: 'esm',
  platform: 'neutral',
  target: 'es2022',
  minify: true,
  metafile: true,
})
const foreign = Object.keys(runtime.metafile.inputs).filter((file) => file.includes('node_modules'))
if (foreign.length > 0) throw new Error(`the published code must not bundle ${foreign.join(', ')}`)

const packages = new Set([
  // A module is made of its words.
  'word-list',
  ...output.flatMap(({ moduleIds = [] }) =>
    moduleIds.flatMap((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []),
  ),
])
const notices = await Promise.all(
  [...packages].sort().map(async (name) => {
    const folder = path.join(root, 'node_modules', name)
    const { version, license } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'))
    const texts = await Promise.all(
      ['license', 'LICENSE', 'LICENSE.md', 'license.md', 'LICENCE', 'LICENSE.txt', 'License.txt'].map(
        (file) => readFile(path.join(folder, file), 'utf8').catch(() => ''),
      ),
    )
    return `## ${name} ${version} (${license})\n\n${texts.find((text) => text !== '')?.trim() ?? ''}\n`
  }),
)
await writeFile(path.join(fresh, 'THIRD_PARTY_NOTICES.md'), `# Bundled packages\n\n${notices.join('\n')}`)
// Identifies the build in caches: another build may find something else.
const identity = createHash('sha256')
for (const file of (await readdir(fresh)).sort())
  identity.update(`${file}\0`).update(await readFile(path.join(fresh, file)))
await writeFile(path.join(fresh, 'build-id'), identity.digest('hex'))
// Whoever builds it, others may run it: a temp folder is its owner's alone, and so may be new files.
for (const file of await readdir(fresh)) await chmod(path.join(fresh, file), 0o644)
await chmod(fresh, 0o755)
// Others may be running: the moment without lib/ is that between two renames.
const old = `${fresh}.old`
const moved = await rename(lib, old).then(
  () => true,
  () => false,
)
await rename(fresh, lib)
if (moved) await rm(old, { recursive: true, force: true })
