import type { PracticeLoop } from '../model/generated/published/practice-loop.ts'
import type { Rubric } from '../model/generated/published/rubric.ts'
import type { Assessment, CriterionAssessment, SectionAssessment } from '../runtime/types.ts'
import { printable, printableJson } from './printable.ts'
import { wrap } from './text.ts'

/** An assessment, and what is needed to print it. */
export interface Grade {
  readonly drill: { readonly id: string; readonly title: string }
  readonly rubric: Rubric
  readonly practiceLoop: PracticeLoop
  readonly assessment: Assessment
}

const widest = 80
const narrowest = 40

const marks = { earned: '✔', near: '~', missing: '✖' } as const

/** Lines of one paragraph, the first after a mark, the others below its words. */
function hanging(mark: string, text: string, columns: number): string[] {
  const width = Math.min(widest, Math.max(narrowest, columns)) - mark.length
  return wrap(printable(text), width).map((line, index) =>
    `${index === 0 ? mark : ' '.repeat(mark.length)}${line}`.trimEnd(),
  )
}

function criterion(
  { id, status, sentence, lacks = [] }: CriterionAssessment,
  { criteria }: Rubric,
  columns: number,
): string[] {
  const { title = id, weight = 0 } = criteria.find((each) => each.id === id) ?? {}
  const score = `${status === 'earned' ? weight : 0} of ${weight}`
  return [
    ...hanging(`  ${marks[status]} `, `${title}, ${status}: ${score}`, columns),
    ...(sentence === undefined ? [] : hanging('    ', `“${sentence}”`, columns)),
    ...lacks.flatMap((lack) => hanging('    lacks ', lack, columns)),
    '',
  ]
}

function section({ id, points }: SectionAssessment, { sections }: PracticeLoop, columns: number): string[] {
  const declared = sections.find((each) => each.id === id)
  const labels = (mentioned: boolean): string =>
    points
      .filter((point) => point.mentioned === mentioned)
      .map((point) => declared?.points.find((each) => each.id === point.id)?.label ?? point.id)
      .join(', ')
  if (points.length === 0) return []
  return [
    ...hanging('  ', declared?.title ?? id, columns),
    ...(labels(true) === '' ? [] : hanging('    ✔ ', labels(true), columns)),
    ...(labels(false) === '' ? [] : hanging('    ✖ ', labels(false), columns)),
  ]
}

function text({ drill, rubric, practiceLoop, assessment }: Grade, columns: number): string {
  const { criteria, sections, redFlags, weight } = assessment
  const points = sections.flatMap((each) => section(each, practiceLoop, columns))
  const flags = redFlags.flatMap(({ id, reason }) =>
    hanging('  ▲ ', `${rubric.redFlags.find((flag) => flag.id === id)?.title ?? id}: ${reason}`, columns),
  )
  const closing =
    criteria.length === 0
      ? 'Drills of this kind require no criteria: there is nothing to count.'
      : `${weight.earned} of ${weight.possible}. This is coverage, found by words; it is not quality. Judge the sentences yourself.`
  return [
    ...hanging('', `${drill.title} (${drill.id})`, columns),
    '',
    ...(criteria.length === 0
      ? []
      : ['Criteria', '', ...criteria.flatMap((each) => criterion(each, rubric, columns))]),
    ...(points.length === 0 ? [] : ['Points mentioned', '', ...points, '']),
    ...(flags.length === 0 ? [] : ['Red flags', '', ...flags, '']),
    ...hanging('', closing, columns),
    '',
  ].join('\n')
}

const json = ({ assessment }: Grade): string => `${printableJson(JSON.stringify(assessment, null, 2))}\n`

/** How an assessment is printed. */
export const grades = { text, json } as const
