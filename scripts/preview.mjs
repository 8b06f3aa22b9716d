// What the author's preview shows: the package of the current drills, compiled as far as possible, from the sources of
// the toolchain. A drill with errors is shown too, and a draft like any other; nothing of it is ever published.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

const entry = `
export { comparedFiles, compileCorpus } from './src/package/compile-corpus.ts'
export { identityOf } from './src/package/identity/identity-of.ts'
export { lintInput } from './src/lint/lint-input.ts'
export { readWorkspace } from './src/lint/workspace.ts'
export { load } from './src/io/source.ts'
export { fileReader } from './src/io/file-reader.ts'
`

/** The compiler, bundled on its own: the command line writes no package of drills that have errors. */
async function loadCompiler(folder) {
  const { build } = await import('esbuild')
  const file = path.join(folder, 'compiler.mjs')
  await build({
    stdin: { contents: entry, resolveDir: root, loader: 'ts' },
    outfile: file,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    logLevel: 'error',
    // The toolchain finds its own files from where its code lies.
    define: { 'import.meta.url': JSON.stringify(pathToFileURL(path.join(root, 'lib/main.js')).href) },
    banner: {
      js: `import{createRequire as requireFrom}from'node:module';const require=requireFrom(${JSON.stringify(pathToFileURL(path.join(root, 'lib/main.js')).href)});`,
    },
  })
  return import(pathToFileURL(file).href)
}

/** A draft is compiled only when it says that it is none. */
const asStable = (source) =>
  'bytes' in source
    ? {
        ...source,
        bytes: Buffer.from(
          Buffer.from(source.bytes)
            .toString()
            .replace(/^---\r?\n[\s\S]*?^---$/m, (matter) =>
              matter.replace(/^status: *draft *$/m, 'status: stable'),
            ),
        ),
      }
    : source

/** Brings a folder up to date; returns whether anything had to change. */
function writeChanges(folder, artifacts) {
  mkdirSync(folder, { recursive: true })
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) =>
    each.isFile(),
  )
  const old = new Map(
    entries.map((each) => {
      const file = path.join(each.parentPath, each.name)
      return [path.relative(folder, file).split(path.sep).join('/'), readFileSync(file, 'utf8')]
    }),
  )
  const gone = [...old.keys()].filter((name) => !artifacts.has(name))
  const fresh = [...artifacts].filter(([name, text]) => old.get(name) !== text)
  for (const name of gone) rmSync(path.join(folder, name))
  for (const [name, text] of fresh) {
    const file = path.join(folder, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  return gone.length + fresh.length > 0
}

const readChanges = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return []
  }
}

/**
 * Prepares previews of a corpus.
 * @param corpus the folder that holds `drills/`
 * @returns `folder` with the package, `update()` that compiles the drills again and says whether the package has
 * changed and which drills it holds (an older package stays while the definition documents can't be used), `close()`
 */
export async function openPreview(corpus) {
  const work = mkdtempSync(path.join(tmpdir(), 'drills-preview-'))
  const folder = path.join(work, 'package')
  const { comparedFiles, compileCorpus, fileReader, lintInput, identityOf, load, readWorkspace } =
    await loadCompiler(work)
  const io = { cwd: corpus, env: {}, reader: fileReader }
  const update = () => {
    const workspace = readWorkspace(corpus, fileReader)
    const sources = workspace.sources.map((entry) => asStable(load(entry)))
    const changes = readChanges(path.join(corpus, 'history/changes.json'))
    const { content } = compileCorpus(
      lintInput({ ...workspace, sources }, io),
      changes,
      identityOf(corpus, io),
    )
    if (!content) return { changed: false, drills: undefined }
    return {
      changed: writeChanges(folder, comparedFiles(content, io)),
      drills: content.drills.map(({ id, path: file }) => ({ id, file })),
    }
  }
  return { folder, update, close: () => rmSync(work, { recursive: true, force: true }) }
}
