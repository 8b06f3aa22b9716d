import path from 'node:path'
import type { GitReader } from '../io/git-reader.ts'
import type { Io } from '../io/io.ts'
import type { Source } from '../io/source.ts'
import { UsageError } from '../io/usage-error.ts'
import { noHistory } from '../model/history.ts'
import { comparedFiles, compileCorpus } from '../package/compile-corpus.ts'
import { bareIdentity, noVersion } from '../package/identity/identity.ts'
import { count } from '../text/grammar.ts'
import { quote } from '../text/quote.ts'
import { NotAPackageError, type PackageView, packageView } from './package-view.ts'
import { uncompiledFiles } from './uncompiled-files.ts'

/** Version and Node.js range of a commit's own package.json, where it has a usable one. */
function manifestAt(root: string, commit: string, git: GitReader): { version?: string; node?: string } {
  try {
    const { version, engines } = JSON.parse(git.text(root, commit, 'package.json') ?? '{}')
    return {
      ...(typeof version === 'string' && { version }),
      ...(typeof engines?.node === 'string' && { node: engines.node }),
    }
  } catch {
    return {}
  }
}

/** @throws UsageError for files that are never read, neither from a commit nor from a folder */
function refuseIrregular(sources: readonly Source[], commitName: string): void {
  for (const source of sources) {
    if ('failure' in source)
      throw new UsageError(
        `${commitName} holds the ${source.failure} ${quote(source.file, 200)}, expected a regular file`,
      )
    if (/\p{Cc}/u.test(source.file))
      throw new UsageError(
        `${commitName} holds the file ${quote(JSON.stringify(source.file), 200)}, expected a name without control characters`,
      )
  }
}

/**
 * The published schemas of a commit, by their path in the package.
 * @throws UsageError for one that a partial clone lacks
 */
function schemasAt(root: string, commit: string, git: GitReader): readonly (readonly [string, string])[] {
  const names = git.list(root, commit, 'schemas/published').filter((name) => name.endsWith('.schema.json'))
  return names.map((name) => {
    const text = git.text(root, commit, name)
    if (text === undefined) throw new UsageError(`this clone lacks ${quote(name, 200)} of that commit`)
    return [`schemas/${path.posix.basename(name)}`, text]
  })
}

/**
 * What apps would have got from a commit, compiled by this toolchain. Schemas and the Node.js range are the commit’s
 * own, where it holds the toolchain.
 * @param shown what the person calls the commit
 * @throws UsageError when the commit has no drills
 */
export function fromCommit(root: string, commit: string, shown: string, io: Io): PackageView {
  const commitName = quote(shown, 100)
  const sources = io.git.sources(root, commit)
  refuseIrregular(sources, commitName)
  const { version = noVersion, node } = manifestAt(root, commit, io.git)
  const identity = bareIdentity('drills', version)
  const compiled = compileCorpus({ sources, history: noHistory, outside: () => [] }, [], identity)
  if (!compiled.content) {
    const reason = sources.length === 0 ? io.git.refusal(root, commit) : undefined
    throw new UsageError(
      `${commitName} has no drills that this tool can compile${reason === undefined ? '' : ` (${reason})`}`,
    )
  }
  const broken = uncompiledFiles(compiled)
  const [first] = broken
  if (first)
    io.stderr(
      `drills: ${commitName} has ${count(broken.length, 'file')} that this tool can’t compile, such as ${quote(first.file, 200)}; what they hold counts as missing\n`,
    )
  const files = comparedFiles(compiled.content, io)
  const schemas = schemasAt(root, commit, io.git)
  if (schemas.length === 0) return packageView(files)
  const others = [...files].filter(([name]) => !name.startsWith('schemas/'))
  try {
    const view = packageView(new Map([...others, ...schemas]))
    return { ...view, node: node ?? view.node }
  } catch (error) {
    if (!(error instanceof NotAPackageError)) throw error
    throw new UsageError(`${commitName} can’t be compared: ${error.message}`)
  }
}
