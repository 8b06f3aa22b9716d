// The package's data and code, compiled from the working tree without linting or writing it.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { writeValidators } from './generate-validators.mjs'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

const entry = `
export { openWorkspace } from './src/lint/workspace.ts'
export { lintInput } from './src/lint/lint-input.ts'
export { compilePracticeLoop, compileRubric } from './src/package/compile/definitions.ts'
export { compileDrill } from './src/package/compile/drill.ts'
export { ofDrills } from './src/lint/drill-results.ts'
export { lint } from './src/lint/lint.ts'
export { fileReader } from './src/io/file-reader.ts'
export { foundRates, measureDrills } from './test/grading/measures.ts'
`

async function tools() {
  // The sources import them, and a fresh clone has none.
  await writeValidators()
  const library = pathToFileURL(path.join(root, 'lib/main.js')).href
  const folder = await mkdtemp(path.join(tmpdir(), 'drills-'))
  const outfile = path.join(folder, 'tools.mjs')
  try {
    await build({
      absWorkingDir: root,
      stdin: { contents: entry, resolveDir: root, loader: 'ts' },
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      // The toolchain finds its own files from where its code lies.
      define: { 'import.meta.url': JSON.stringify(library) },
      banner: {
        js: `import{createRequire as requireFrom}from'node:module';const require=requireFrom(${JSON.stringify(library)});`,
      },
    })
    return await import(pathToFileURL(outfile).href)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Rubric, practice loop and drills as apps get them, and what measures grading. */
export async function published() {
  const {
    lintInput,
    openWorkspace,
    compilePracticeLoop,
    compileRubric,
    compileDrill,
    lint,
    ofDrills,
    fileReader,
    foundRates,
    measureDrills,
  } = await tools()
  const io = { cwd: root, reader: fileReader }
  const { made: drills, corpus } = lint(lintInput(openWorkspace(io), io), ofDrills(compileDrill))
  return {
    foundRates,
    measureDrills,
    rubric: compileRubric(corpus, corpus.definitions),
    practiceLoop: compilePracticeLoop(corpus, corpus.definitions),
    drills: drills.filter((drill) => drill !== undefined),
  }
}

/** How much an app loads to assess: the code, and the data beside it. */
export async function sizes({ rubric, practiceLoop }) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['src/runtime/index.ts'],
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    minify: true,
    write: false,
  })
  const files = [
    ['runtime.js', outputFiles[0].text],
    ['rubric.json', JSON.stringify(rubric)],
    ['practice-loop.json', JSON.stringify(practiceLoop)],
  ]
  return files.map(([name, text]) => ({
    name,
    raw: Buffer.byteLength(text),
    gzip: gzipSync(text, { level: 9 }).length,
  }))
}
