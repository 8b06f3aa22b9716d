import { fileReader } from '../../src/io/file-reader.ts'
import type { Diagnostic } from '../../src/model/diagnostic.ts'
import { noHistory } from '../../src/model/history.ts'
import { comparedFiles, compileCorpus } from '../../src/package/compile-corpus.ts'
import { bareIdentity } from '../../src/package/identity/identity.ts'
import { type Files, sources } from '../support/corpus.ts'

/** The package that a corpus in memory gives, as text by path, with what the linter says of it. */
export function compiled(files: Files): { files: Map<string, string>; diagnostics: readonly Diagnostic[] } {
  const input = { sources: sources(files), history: noHistory, outside: () => [] }
  const { content, diagnostics } = compileCorpus(input, [], bareIdentity('audio-text-drills', '1.0.0'))
  if (!content) throw new Error('the corpus has no usable definitions')
  return { files: comparedFiles(content, { reader: fileReader }), diagnostics }
}
