import type { Io } from '../io/io.ts'
import { UsageError } from '../io/usage-error.ts'
import { lintInput } from '../lint/lint-input.ts'
import { openWorkspace } from '../lint/workspace.ts'
import { comparedFiles, compileCorpus } from '../package/compile-corpus.ts'
import { bareIdentity, noVersion } from '../package/identity/identity.ts'
import { count } from '../text/grammar.ts'
import { quote } from '../text/quote.ts'
import { type PackageView, packageView } from './package-view.ts'
import { uncompiledFiles } from './uncompiled-files.ts'

/**
 * What apps would get if the working tree were released now.
 * @throws UsageError when a file of it can’t be compiled: a comparison would take its drill for removed
 */
export function fromWorkingTree(io: Io): PackageView {
  const workspace = openWorkspace(io)
  const compiled = compileCorpus(lintInput(workspace, io), [], bareIdentity('drills', noVersion))
  const [broken] = uncompiledFiles(compiled)
  if (broken)
    throw new UsageError(
      `${quote(broken.file, 200)} can’t be compiled (rule \`${broken.rule}\`, line ${broken.line}); \`drills lint\` says why`,
    )
  const { content, diagnostics } = compiled
  if (!content) throw new UsageError('the working tree can’t be compiled; `drills lint` says why')
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length
  if (errors > 0)
    io.stderr(
      `drills: the working tree has ${count(errors, 'error')}; \`drills lint\` shows ${errors === 1 ? 'it' : 'them'}\n`,
    )
  return packageView(comparedFiles(content, io))
}
