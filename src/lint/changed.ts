import path from 'node:path'
import { branchPoint } from '../io/branch-point.ts'
import { isCorpusFile } from '../io/corpus-file.ts'
import type { Io } from '../io/io.ts'
import { UsageError } from '../io/usage-error.ts'
import { quote } from '../text/quote.ts'
import type { Workspace } from './workspace.ts'

/** The difference between the working tree and the commit where the branch began. */
export interface Change {
  /** The commit. */
  readonly base: string
  /** The name of the branch that it is compared with. */
  readonly shown: string
  readonly touches: (file: string) => boolean
  /** Whether it touches a file of the corpus, deleted ones included. */
  readonly reachesCorpus: boolean
}

/** Writes the value of `--changed`, which may be left out, behind its `=`. */
export function joinBase(args: readonly string[], isBase: (word: string) => boolean): string[] {
  const end = args.includes('--') ? args.indexOf('--') : args.length
  return args.flatMap((word, index) => {
    const taken = (at: number): boolean => {
      const value = args[at + 1]
      return at >= 0 && at + 1 < end && args[at] === '--changed' && value !== undefined && isBase(value)
    }
    if (taken(index - 1)) return []
    if (index >= end || word !== '--changed') return [word]
    return [`--changed=${taken(index) ? args[index + 1] : ''}`]
  })
}

/** Whether a word after `--changed` is its value: no flag, and no path unless a commit is called so too. */
export const isBase =
  ({ cwd, reader, git }: Io) =>
  (word: string): boolean => {
    if (word.startsWith('-')) return false
    const root = reader.findRoot(cwd)
    if (root !== undefined && git.commitOf(root, word) !== undefined) return true
    return !/[*?[]/.test(word) && reader.exists(path.resolve(cwd, word)) === undefined
  }

function candidates(word: string, env: Io['env']): string[] {
  if (word !== '') return [word]
  const target = env['GITHUB_BASE_REF']
  return target ? [`origin/${target}`, target] : ['origin/main', 'main']
}

/**
 * The change against a base.
 * @param word the base as it was given, empty for the default
 * @throws UsageError when there is nothing to compare with
 */
export function changeSince(word: string, { root }: Pick<Workspace, 'root'>, { env, git }: Io): Change {
  const { commit: base, branch: shown } = branchPoint(git, root, candidates(word, env), {
    asker: '--changed',
    remedy: 'fetch it, or name another base with `--changed=<ref>`',
  })
  const files = git.changed(root, base)
  if (!files) {
    const reason = git.refusal(root, base) ?? 'it gives no reason'
    throw new UsageError(`git can’t compare the working tree with ${quote(shown, 200)} (${reason})`)
  }
  const touched = new Set(files)
  const folders = files.filter((file) => file.endsWith('/'))
  const touches = (file: string): boolean =>
    touched.has(file) || folders.some((folder) => file.startsWith(folder))
  const reachesCorpus = files.some(
    (file) => isCorpusFile(file) || (file.startsWith('drills/') && file.endsWith('/')),
  )
  return { base, shown, touches, reachesCorpus }
}
