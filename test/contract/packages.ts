import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { fileReader } from '../../src/io/file-reader.ts'
import type { Diagnostic } from '../../src/model/diagnostic.ts'
import { noHistory } from '../../src/model/history.ts'
import { comparedFiles, compileCorpus } from '../../src/package/compile-corpus.ts'
import { type Files, sources } from '../support/corpus.ts'

const fixtures = fileURLToPath(new URL('fixtures', import.meta.url))

export const cases: readonly string[] = readdirSync(fixtures).sort()

/** A file of a case as text; throws when it is missing. */
export const fixture = (name: string, file: string): string =>
  readFileSync(path.join(fixtures, name, file), 'utf8')

/** Files that one side of a case holds besides the valid ones, or instead of them; an empty one stands for none. */
export function side(name: string, which: 'previous' | 'current'): Files {
  const folder = path.join(fixtures, name, which)
  const entries = readdirSync(path.dirname(folder)).includes(which)
    ? readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    : []
  return Object.fromEntries(
    entries.map(({ parentPath, name: base }) => {
      const absolute = path.join(parentPath, base)
      const text = readFileSync(absolute, 'utf8')
      return [path.relative(folder, absolute).replaceAll(path.sep, '/'), text === '' ? undefined : text]
    }),
  )
}

/** The package that a corpus in memory gives, as text by path, with what the linter says of it. */
export function compiled(files: Files): { files: Map<string, string>; diagnostics: readonly Diagnostic[] } {
  const input = { sources: sources(files), history: noHistory, outside: () => [] }
  const { content, diagnostics } = compileCorpus(input, [], '1.0.0')
  if (!content) throw new Error('the corpus has no usable definitions')
  return { files: comparedFiles(content, { reader: fileReader }), diagnostics }
}
