import { capitalise } from '../model/capitalise.ts'
import type { Attempt, Instant } from '../model/types.ts'
import { gradesText, remarksOf } from './remarks.ts'
import { scoreParts } from './score.ts'
import { secondRoundOf, secondRoundText } from './second-round.ts'

/** What a result card says. Nothing that the learner wrote is on it. */
export interface ResultCard {
  readonly title: string
  /** The date, and the mode. */
  readonly facts: string
  readonly score: string
  /** What the score is made of, and what came beside it. */
  readonly lines: readonly string[]
  /** What one has to know to read the score honestly. */
  readonly remarks: string
}

/**
 * The card of a finished attempt.
 * @param dateText formats a time for the reader
 */
export function resultCard(attempt: Attempt, dateText: (at: Instant) => string): ResultCard {
  const { title, mode, kind, score, startedAt, createdAt, criteria } = attempt
  const round = secondRoundOf(attempt)
  return {
    title,
    facts: [
      dateText(startedAt ?? createdAt),
      ...(kind === 'question' ? [] : [mode === 'interview' ? 'interview mode' : 'guided']),
    ].join(' · '),
    score: score ? `${score.total} of 100` : 'Not graded',
    lines: [
      ...(score ? [`By self-grade: ${scoreParts(score).join(', ')}`] : []),
      ...(criteria.length > 0 ? [capitalise(gradesText(attempt))] : []),
      ...(round === null ? [] : [capitalise(secondRoundText(round))]),
    ],
    remarks: capitalise(remarksOf(attempt).join(' · ')),
  }
}
