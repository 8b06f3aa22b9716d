import type { ActionBody } from './actions.ts'
import { emptyText } from './attempt.ts'
import { longest, within } from './limits.ts'
import type { FollowUpRun, Instant, Millis } from './types.ts'

/** The time for a follow-up. */
export const followUpTime: Millis = 2 * 60_000

/** The minutes of a second round, or of what is left of it. */
export const secondRoundMinutes = (followUps: number): number => (followUps * followUpTime) / 60_000

/** Time spent on a follow-up until now. */
export const followUpSpent = ({ spent, since }: FollowUpRun, now: Instant): Millis =>
  within(spent + (since === null ? 0 : Math.max(0, now - since)), longest)

const begun = (id: string, at: Instant): FollowUpRun => ({
  id,
  spent: 0,
  since: null,
  text: emptyText(at),
  revealedAt: null,
  grade: null,
  changedAt: at,
})

const stopped = (run: FollowUpRun, at: Instant): FollowUpRun =>
  run.since === null ? run : { ...run, spent: followUpSpent(run, at), since: null, changedAt: at }

type FollowUpAction = Extract<ActionBody, { readonly type: `followUp${string}` }>

/** Applies an action to the follow-up that it names; returns the same run when nothing changes. */
function effect(run: FollowUpRun, action: FollowUpAction, at: Instant): FollowUpRun {
  switch (action.type) {
    case 'followUpStart':
      return run.since === null && run.revealedAt === null ? { ...run, since: at, changedAt: at } : run
    case 'followUpStop':
      return stopped(run, at)
    case 'followUpLeaveOut': {
      const spent = Math.max(0, Math.round(followUpSpent(run, at) - action.length))
      if (run.since === null && spent === run.spent) return run
      return { ...run, spent, since: run.since === null ? null : at, changedAt: at }
    }
    case 'followUpWrite': {
      if (run.text.value === action.text) return run
      const since = run.since === null && run.revealedAt === null ? at : run.since
      return {
        ...run,
        since,
        changedAt: since === run.since ? run.changedAt : at,
        text: { ...run.text, value: action.text, changedAt: at },
      }
    }
    case 'followUpReveal':
      return run.revealedAt === null ? { ...stopped(run, at), revealedAt: at, changedAt: at } : run
    case 'followUpGrade':
      return run.revealedAt === null || run.grade === action.grade
        ? run
        : { ...run, grade: action.grade, changedAt: at }
  }
}

/**
 * Applies an action of the second round. One clock runs at a time: it starts with `followUpStart` or the first words.
 * Returns the same list when nothing changes.
 */
export function reduceFollowUps(
  runs: readonly FollowUpRun[],
  action: FollowUpAction,
  at: Instant,
): readonly FollowUpRun[] {
  const named = action.type === 'followUpStop' ? null : action.followUp
  const starts = action.type === 'followUpStart' || action.type === 'followUpWrite'
  const changed = runs.map((run) => {
    if (named === null || run.id === named) return effect(run, action, at)
    return starts ? stopped(run, at) : run
  })
  if (named !== null && !runs.some(({ id }) => id === named)) {
    const fresh = begun(named, at)
    const first = effect(fresh, action, at)
    return first === fresh ? runs : [...changed, first]
  }
  if (changed.every((run, index) => run === runs[index])) return runs
  if (action.type !== 'followUpGrade' || !action.of) return changed
  const all = action.of.map((id) => changed.find((run) => run.id === id) ?? begun(id, at))
  return [...all, ...changed.filter(({ id }) => !action.of?.includes(id))]
}
