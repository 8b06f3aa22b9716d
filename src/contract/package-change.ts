import { type Bump, largestBump } from './bump-levels.ts'

export type ChangeKind = 'added' | 'removed' | 'changed' | 'renamed' | 'split' | 'retired' | 'deprecated'

/** One difference between two packages, with the bump that it forces. */
export interface PackageChange {
  readonly drill?: string
  /** A path into the data, such as `sections.constraints.points.latency`. */
  readonly field: string
  readonly kind: ChangeKind
  readonly bump: Exclude<Bump, 'none'>
  readonly reason: string
  /** The ids that a renamed or split drill leads to. */
  readonly to?: readonly string[]
}

type Make = (field: string, bump: PackageChange['bump'], reason: string) => PackageChange

export const added: Make = (field, bump, reason) => ({ field, kind: 'added', bump, reason })
export const removed: Make = (field, bump, reason) => ({ field, kind: 'removed', bump, reason })
export const changed: Make = (field, bump, reason) => ({ field, kind: 'changed', bump, reason })

/** The bump that all changes together force. */
export const bumpOf = (changes: readonly PackageChange[]): Bump =>
  largestBump(changes.map(({ bump }) => bump))
