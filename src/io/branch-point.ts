import { quote } from '../text/quote.ts'
import type { GitReader } from './git-reader.ts'
import { UsageError } from './usage-error.ts'

/** The commit at which the work began, and the branch that it goes to. */
export interface BranchPoint {
  readonly commit: string
  readonly branch: string
}

/**
 * What to say where git gives no commit.
 * @param asker the command or flag that needs one
 */
function noHistory(git: GitReader, root: string, asker: string): UsageError {
  const reason = git.refusal(root)
  return new UsageError(
    `no git history here${reason === undefined ? '' : ` (${reason})`}; \`${asker}\` compares with a commit`,
  )
}

/**
 * The common ancestor of HEAD and the first branch that exists.
 * @param asker the command or flag that needs a commit to compare with
 * @param remedy what to do when none of the branches exists
 * @throws UsageError when there is no such commit
 */
export function branchPoint(
  git: GitReader,
  root: string,
  branches: readonly string[],
  { asker, remedy }: { readonly asker: string; readonly remedy: string },
): BranchPoint {
  const head = git.commitOf(root, 'HEAD')
  if (head === undefined) throw noHistory(git, root, asker)
  for (const branch of branches) {
    const tip = git.commitOf(root, branch)
    if (tip === undefined) continue
    const commit = git.mergeBase(root, head, tip)
    if (commit !== undefined) return { commit, branch }
    throw new UsageError(
      `no common ancestor with ${quote(branch, 200)}; fetch more history (\`git fetch --unshallow\`, or \`fetch-depth: 0\` of actions/checkout)`,
    )
  }
  throw new UsageError(`no commit ${branches.map((branch) => quote(branch, 200)).join(' or ')}; ${remedy}`)
}
