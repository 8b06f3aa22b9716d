import type { Attempt } from '../../core/model/types.ts'

/** What to call the part of an attempt that a take belongs to. */
export function partTitle({ phases, followUps }: Attempt, part: string): string {
  const phase = phases.find(({ id }) => id === part)
  if (phase) return phase.title
  const index = followUps.findIndex(({ id }) => id === part)
  return index < 0 ? 'Another part' : `Follow-up ${index + 1}`
}
