import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Metafile } from 'esbuild'
import { beforeAll, describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Everything that is loaded before the first line of a module runs. */
function loaded({ outputs }: Metafile, entry: string): string[] {
  const start = Object.keys(outputs).find((name) => outputs[name]?.entryPoint === entry)
  if (start === undefined) throw new Error(`no output for ${entry}`)
  const seen = new Set<string>()
  const visit = (name: string): void => {
    if (seen.has(name)) return
    seen.add(name)
    for (const { path: next, kind } of outputs[name]?.imports ?? [])
      if (kind === 'import-statement' && outputs[next]) visit(next)
  }
  visit(start)
  return [...seen].flatMap((name) => Object.keys(outputs[name]?.inputs ?? {}))
}

const packages = (files: readonly string[]): string[] => {
  const names = files.flatMap((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? [])
  return [...new Set(names)].sort()
}

describe('a command loads what it needs and nothing else', () => {
  let metafile: Metafile

  beforeAll(async () => {
    const built = await build({
      absWorkingDir: root,
      entryPoints: ['src/main.ts'],
      outdir: path.join(root, 'nowhere'),
      write: false,
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      metafile: true,
    })
    metafile = built.metafile
  })

  test('drills --help', () => {
    const files = loaded(metafile, 'src/main.ts')
    expect(packages(files)).toEqual(['fastest-levenshtein'])
    expect(
      files.filter((file) => /^src\/(?:rules|rubric|package|commands|model\/generated)\//.test(file)),
    ).toEqual([])
  })

  test('what reads files', () => {
    const files = loaded(metafile, 'src/io/file-reader.ts')
    expect(packages(files)).toContain('glob')
    expect(files.filter((file) => !/^src\/(?:io|text)\/|^node_modules\//.test(file))).toEqual([])
  })

  test('drills new, which loads what asks only when something is asked', () => {
    const holding = Object.values(metafile.outputs).filter(({ inputs }) =>
      Object.keys(inputs).some((file) => file.includes('@clack/prompts')),
    )
    expect(holding.map(({ entryPoint }) => entryPoint)).toEqual(['src/commands/new/ask.ts'])
  })

  test('drills explain', () => {
    const files = loaded(metafile, 'src/commands/explain.ts')
    expect(packages(files)).toEqual(['fastest-levenshtein'])
    expect(
      files.filter((file) => /^src\/(?:package|model\/generated|report\/(?!printable))/.test(file)),
    ).toEqual([])
  })

  test('drills lint', () => {
    // What has not changed needs no linter.
    const known = loaded(metafile, 'src/commands/lint.ts')
    expect(packages(known).filter((name) => /^(?:remark|satteri|yaml|ajv)/.test(name))).toEqual([])
    expect(known.filter((file) => /^src\/(?:rules|rubric|model\/generated\/authored)\//.test(file))).toEqual(
      [],
    )
    const files = loaded(metafile, 'src/lint/lint-corpus.ts')
    const found = packages(files)
    expect(found).toContain('remark-parse')
    expect(found.filter((name) => /^(?:rehype|remark-rehype|hast|glob$|ajv$)/.test(name))).toEqual([])
    expect(files.filter((file) => /^src\/(?:package|model\/generated\/published)\//.test(file))).toEqual([])
  })
})

describe('the built tool is read in few files', () => {
  const lib = path.join(root, 'lib')

  /** The files of lib/ that are loaded with one, without what tells one build from another. */
  function read(file: string): string[] {
    const seen = new Set<string>()
    const visit = (name: string): void => {
      if (seen.has(name)) return
      seen.add(name)
      const text = readFileSync(path.join(lib, name), 'utf8')
      for (const [, next = ''] of text.matchAll(/(?:from|import)"\.\/([^"]+)"/g)) visit(next)
    }
    visit(file)
    return [...seen].map((name) => name.replace(/-\w{8}\.js$/, '')).sort()
  }

  const chunk = (name: string): string =>
    readdirSync(lib).find((file) => file.replace(/-\w{8}\.js$/, '') === name) ?? ''

  const exporting = (name: string): string =>
    readdirSync(lib).find(
      (file) => file.endsWith('.js') && readFileSync(path.join(lib, file), 'utf8').includes(` as ${name}}`),
    ) ?? ''

  test.each([
    ['main.js', ['main.js', 'rolldown-runtime', 'start']],
    [chunk('file-reader'), ['file-reader', 'files', 'rolldown-runtime', 'start']],
    [chunk('lint'), ['lint', 'rolldown-runtime', 'start']],
    [chunk('lint-corpus'), ['lint-corpus', 'linter', 'rolldown-runtime', 'start']],
    // The native parser, which has no name of its own.
    [exporting('markdownToMdast'), ['dist']],
    [chunk('build'), ['build', 'linter', 'package', 'rolldown-runtime', 'start']],
  ])('%s', (file, files) => {
    expect(read(file)).toEqual(files)
  })
})
