import path from 'node:path'
import { gitReader } from '../io/git-reader.ts'
import type { Io } from '../io/io.ts'
import { UsageError } from '../io/usage-error.ts'
import { lintInput } from '../lint/lint-input.ts'
import { openWorkspace } from '../lint/workspace.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Changes } from '../model/generated/published/changes.ts'
import { type Compiled, comparedFiles, compileCorpus, versionOf } from '../package/compile-corpus.ts'
import { count } from '../text/grammar.ts'
import { quote } from '../text/quote.ts'
import { NotAPackageError, type PackageView, packageView } from './package-view.ts'

const noChanges: Changes = []

/** Rules whose errors keep a file out of the package, so that its drill or its redirects would count as gone. */
const unreadable = ['read', 'encoding', 'front-matter', 'schema', 'sections']

/** The first error of every file that was not compiled although it is no draft. */
function leftOut({ diagnostics, content }: Compiled): Diagnostic[] {
  const published = new Set(content?.drills.map((drill) => drill.path))
  const found = new Map<string, Diagnostic>()
  for (const diagnostic of diagnostics) {
    const { file, rule, severity } = diagnostic
    if (severity === 'error' && unreadable.includes(rule) && !published.has(file) && !found.has(file))
      found.set(file, diagnostic)
  }
  return [...found.values()]
}

/**
 * What apps would get if the working tree were released now.
 * @throws UsageError when a file of it can't be compiled: a comparison would take its drill for gone
 */
export function fromWorkingTree(io: Io): PackageView {
  const workspace = openWorkspace(io)
  const compiled = compileCorpus(lintInput(workspace, io), noChanges, versionOf(workspace.root, io))
  const [broken] = leftOut(compiled)
  if (broken)
    throw new UsageError(
      `${quote(broken.file, 200)} can’t be compiled (rule \`${broken.rule}\`, line ${broken.line}); \`drills lint\` says why`,
    )
  const { content, diagnostics } = compiled
  if (!content) throw new UsageError('the working tree can’t be compiled; `drills lint` says why')
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length
  if (errors > 0)
    io.talk(
      `drills: the working tree has ${count(errors, 'error')}; \`drills lint\` shows ${errors === 1 ? 'it' : 'them'}\n`,
    )
  return packageView(comparedFiles(content, io))
}

/** Version and Node.js floor of a commit's own package.json, where it has a usable one. */
function manifestAt(root: string, commit: string): { version?: string; node?: string } {
  try {
    const { version, engines } = JSON.parse(gitReader.text(root, commit, 'package.json') ?? '{}')
    return {
      ...(typeof version === 'string' && { version }),
      ...(typeof engines?.node === 'string' && { node: engines.node }),
    }
  } catch {
    return {}
  }
}

/** Files of a commit that are never read, neither here nor in a folder. */
function refuse(sources: ReturnType<typeof gitReader.sources>, shown: string): void {
  for (const source of sources) {
    if ('failure' in source)
      throw new UsageError(
        `${quote(shown, 100)} holds the ${source.failure} ${quote(source.file, 200)}, expected a regular file`,
      )
    if (/\p{Cc}/u.test(source.file))
      throw new UsageError(
        `${quote(shown, 100)} holds the file ${quote(JSON.stringify(source.file), 200)}, expected a name without control characters`,
      )
  }
}

/**
 * What apps would have got from a commit, compiled by this toolchain. Schemas and the Node.js floor are the commit's
 * own, where it holds the toolchain.
 * @throws UsageError when the commit has no drills
 */
export function fromCommit(root: string, commit: string, shown: string, io: Io): PackageView {
  const sources = gitReader.sources(root, commit)
  refuse(sources, shown)
  const { version = '0.0.0', node } = manifestAt(root, commit)
  const compiled = compileCorpus({ sources, published: { ids: [] }, outside: () => [] }, noChanges, version)
  if (!compiled.content) throw new UsageError(`${quote(shown, 100)} has no drills that this tool can compile`)
  const broken = leftOut(compiled)
  if (broken.length > 0)
    io.talk(
      `drills: ${quote(shown, 100)} has ${count(broken.length, 'file')} that this tool can’t compile, such as ${quote(broken[0]?.file ?? '', 200)}; what they hold counts as missing\n`,
    )
  const files = comparedFiles(compiled.content, io)
  const schemas = gitReader
    .list(root, commit, 'schemas/published')
    .filter((name) => name.endsWith('.schema.json'))
  if (schemas.length === 0) return packageView(files)
  for (const name of [...files.keys()]) if (name.startsWith('schemas/')) files.delete(name)
  for (const name of schemas)
    files.set(`schemas/${path.posix.basename(name)}`, gitReader.text(root, commit, name) ?? '')
  try {
    const view = packageView(files)
    return { ...view, node: node ?? view.node }
  } catch (error) {
    if (!(error instanceof NotAPackageError)) throw error
    throw new UsageError(`${quote(shown, 100)} can’t be compared: ${error.message}`)
  }
}
