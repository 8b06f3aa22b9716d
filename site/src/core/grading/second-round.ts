import type { Attempt, Grade } from '../model/types.ts'

/** How many follow-ups got each grade. */
export type SecondRound = Readonly<Record<Grade, number>>

/** What the second round came to; null while no follow-up is graded. */
export function secondRoundOf({ followUps }: Pick<Attempt, 'followUps'>): SecondRound | null {
  const count = (grade: Grade): number => followUps.filter((run) => run.grade === grade).length
  const counts = { met: count('met'), partly: count('partly'), not: count('not') }
  return counts.met + counts.partly + counts.not === 0 ? null : counts
}

/**
 * The second round in words.
 * @param total the number of follow-ups, where the drill is at hand
 */
export const secondRoundText = ({ met, partly, not }: SecondRound, total?: number): string =>
  `second round: ${met} met, ${partly} partly, ${not} not${total === undefined ? '' : ` of ${total}`}`

/** The number of follow-ups without a grade. */
export const followUpsLeft = (
  { followUps }: Pick<Attempt, 'followUps'>,
  all: readonly { readonly id: string }[],
): number => all.filter(({ id }) => (followUps.find((run) => run.id === id)?.grade ?? null) === null).length
