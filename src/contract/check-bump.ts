import { type Bump, largerBump, largestBump } from './bump-levels.ts'
import type { Changeset, ChangesetException } from './changeset.ts'
import { bumpOf, type PackageChange } from './package-change.ts'

/** How the declared bump compares with the changes. */
export interface BumpCheck {
  readonly declared: Bump
  /** Changes that force a larger bump and that no exception covers. */
  readonly forcing: readonly PackageChange[]
  readonly unusedExceptions: readonly (ChangesetException & { readonly file: string })[]
}

const covers = ({ drill, field }: ChangesetException, change: PackageChange): boolean =>
  (change.drill ?? '*') === drill && change.field === field

/** Checks the changesets of a branch against the changes of its content. */
export function checkBump(changes: readonly PackageChange[], changesets: readonly Changeset[]): BumpCheck {
  const declared = largestBump(changesets.map(({ bump }) => bump))
  const larger = changes.filter(({ bump }) => largerBump(declared, bump) !== declared)
  const exceptions = changesets.flatMap((changeset) =>
    changeset.exceptions.map((exception) => ({ ...exception, file: changeset.file })),
  )
  return {
    declared,
    forcing: larger.filter((change) => !exceptions.some((exception) => covers(exception, change))),
    unusedExceptions: exceptions.filter((exception) => !larger.some((change) => covers(exception, change))),
  }
}

/** The bump that changes need, apart from those that an exception covers. */
export const neededBump = (
  changes: readonly PackageChange[],
  exceptions: readonly ChangesetException[],
): Bump => bumpOf(changes.filter((change) => !exceptions.some((exception) => covers(exception, change))))

/** What forces a larger bump than was declared: the first change, and how many more. */
export function forcedBy(
  { drill = '*', field, kind, reason }: PackageChange,
  forcing: readonly PackageChange[],
): string {
  const others = forcing.length > 1 ? `, and by ${forcing.length - 1} more` : ''
  return `${bumpOf(forcing)} is forced by ${drill} ${field} (${kind}: ${reason})${others}`
}
