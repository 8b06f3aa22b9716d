import type { Changes } from '../model/generated/published/changes.ts'
import type { PracticeLoop } from '../model/generated/published/practice-loop.ts'
import type { Redirects } from '../model/generated/published/redirects.ts'
import type { Rubric } from '../model/generated/published/rubric.ts'
import type { Track } from '../model/generated/published/track.ts'
import * as validators from '../model/generated/published/validators.js'
import type { Identity } from './identity/identity.ts'
import type { Listed } from './publish-drill.ts'
import { verifySchema } from './verify.ts'

/** What a package holds once. */
export interface Shared {
  readonly identity: Identity
  readonly rubric: Rubric
  readonly practiceLoop: PracticeLoop
  /** By their places. */
  readonly tracks: readonly Track[]
  readonly redirects: Redirects
  readonly changes: Changes
}

/** What a package holds besides its drills. */
export interface Frame extends Shared {
  /** In reading order. */
  readonly catalog: readonly Listed[]
  /** Ids of the drills that have samples. */
  readonly sampled: ReadonlySet<string>
}

/** Files of the toolchain that go into the package as they are, by their path in the repository. */
export type Assets = (path: string) => string

/** @throws UnpublishableError */
export function verifyFrame({ rubric, practiceLoop, tracks, redirects, changes }: Frame): void {
  verifySchema('rubric', rubric, validators.rubric)
  verifySchema('practice loop', practiceLoop, validators.practiceLoop)
  verifySchema('tracks', tracks, validators.tracks)
  verifySchema('redirects', redirects, validators.redirects)
  verifySchema('changes', changes, validators.changes)
}
