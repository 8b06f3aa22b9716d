import { stageOf, textOf } from '../model/attempt.ts'
import { capitalise } from '../model/capitalise.ts'
import { durationText } from '../model/duration.ts'
import { escapeLine, quote } from '../model/markdown.ts'
import { spentText } from '../model/measured.ts'
import { stageWords } from '../model/stage-words.ts'
import { limitOf } from '../model/timer.ts'
import type { Attempt, GradedCriterion, Instant, Score } from '../model/types.ts'
import { fieldsInOrder } from './answer-pairs.ts'
import { gradeWords } from './grade-words.ts'
import { remarksOf } from './remarks.ts'
import { gradeOf, scoreParts, shareOf } from './score.ts'
import { secondRoundOf, secondRoundText } from './second-round.ts'

export interface ScorecardOptions {
  readonly now: Instant
  /** Formats a time for the reader. */
  readonly dateText: (at: Instant) => string
  /** Whether to include the learner's answer. */
  readonly withAnswer: boolean
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

function scoreText(attempt: Attempt): string {
  const { score: made } = attempt
  const score = made ? `**${made.total} of 100** by self-grade: ${scoreParts(made).join(', ')}` : 'Not graded'
  return [score, ...remarksOf(attempt).map(escapeLine)].join('; ')
}

const phaseRows = (attempt: Attempt, now: Instant): string[][] =>
  attempt.phases.map((phase) => {
    const limit = limitOf(phase, attempt.timer)
    const spent = spentText(attempt, phase.id, now, durationText)
    return [escapeLine(phase.title), spent, limit === null ? 'none' : durationText(limit)]
  })

const rounded = (points: number): string => String(Math.round(points * 10) / 10)

/** What a criterion earned of its share of the points: `3.5 of 7`. Weights are on a scale of their own in each scope. */
function pointsOf(attempt: Attempt, { most }: Score, { id, scope, weight }: GradedCriterion): string {
  const whole = attempt.criteria.reduce((sum, each) => sum + (each.scope === scope ? each.weight : 0), 0)
  const points = (weight / whole) * (scope === 'drill' ? most.criteria : most.general)
  return `${rounded(points * shareOf[gradeOf(attempt, id) ?? 'not'])} of ${rounded(points)}`
}

function gradeTable(attempt: Attempt): string {
  const { score } = attempt
  const rows = attempt.criteria.map((criterion) => {
    const grade = gradeOf(attempt, criterion.id)
    const of = criterion.scope === 'drill' ? 'this drill' : 'every drill'
    return [
      escapeLine(criterion.title),
      of,
      ...(score ? [pointsOf(attempt, score, criterion)] : []),
      grade ? gradeWords[grade] : 'not graded',
    ]
  })
  return table(['Criterion', 'Of', ...(score ? ['Points'] : []), 'Grade'], rows)
}

const answerParts = (attempt: Attempt): string[] =>
  fieldsInOrder(attempt).flatMap(({ id, title }) => {
    const text = textOf(attempt, id)
    return [`### ${escapeLine(title)}`, text.trim() === '' ? 'Nothing written.' : quote(text)]
  })

/** An attempt as a Markdown document to keep or share. All free text is escaped. */
export function scorecard(attempt: Attempt, { now, dateText, withAnswer }: ScorecardOptions): string {
  const { title, kind, startedAt, createdAt, packageVersion, redFlags, note } = attempt
  const secondRound = secondRoundOf(attempt)
  const parts = [
    `# ${escapeLine(title)}`,
    [
      `- Kind: ${kind}, ${escapeLine(`drills ${packageVersion}`)}`,
      `- ${escapeLine(`Date: ${dateText(startedAt ?? createdAt)}`)}, ${stageWords[stageOf(attempt)]}`,
      `- Score: ${scoreText(attempt)}`,
      ...(secondRound ? [`- ${capitalise(secondRoundText(secondRound))}`] : []),
    ].join('\n'),
    ...(attempt.criteria.length > 0 ? ['## Criteria', gradeTable(attempt)] : []),
    '## Time',
    table(['Phase', 'Spent', 'Limit'], phaseRows(attempt, now)),
    ...(redFlags.length > 0
      ? ['## Red flags', redFlags.map(({ text }) => `- ${escapeLine(text)}`).join('\n')]
      : []),
    ...(note.value.trim() === '' ? [] : ['## Note', quote(note.value)]),
    ...(withAnswer ? ['## Answer', ...answerParts(attempt)] : []),
  ]
  return `${parts.join('\n\n')}\n`
}
