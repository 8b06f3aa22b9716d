import type { PracticeLoop } from '../model/generated/published/practice-loop.ts'
import type { Rubric } from '../model/generated/published/rubric.ts'
import type { Assessment, CriterionAssessment, SectionAssessment } from '../runtime/types.ts'
import { printable, printableJson } from './printable.ts'
import { wrap } from './text.ts'

interface Titled {
  readonly id: string
  readonly title?: string
  readonly weight: number
}

/** An assessment, and what is needed to print it. */
export interface Grade {
  readonly drill: {
    readonly id: string
    readonly title: string
    readonly criteria?: readonly Titled[] | undefined
  }
  readonly rubric: Rubric
  readonly practiceLoop: PracticeLoop
  readonly assessment: Assessment
}

const widest = 80
const narrowest = 40

const marks = { found: '✔', denied: '✖', missing: '·', unread: '?' } as const
const statuses = { found: 'found', denied: 'denied', missing: 'nothing found', unread: 'not read' } as const

/** Lines of one paragraph, the first after a mark, the others below its words. */
function hanging(mark: string, text: string, columns: number): string[] {
  const width = Math.min(widest, Math.max(narrowest, columns)) - mark.length
  return wrap(printable(text.replace(/\s+/g, ' ')), width).map((line, index) =>
    `${index === 0 ? mark : ' '.repeat(mark.length)}${line}`.trimEnd(),
  )
}

function criterion(
  { id, status, sentence, lacks = [] }: CriterionAssessment,
  titles: readonly Titled[],
  columns: number,
): string[] {
  const { title = id, weight = 0 } = titles.find((each) => each.id === id) ?? {}
  return [
    ...hanging(`  ${marks[status]} `, `${title} (weight ${weight}): ${statuses[status]}`, columns),
    ...(sentence === undefined ? [] : hanging('    ', `“${sentence}”`, columns)),
    ...lacks.flatMap((lack) => hanging('    lacks ', lack, columns)),
    '',
  ]
}

const criteria = (
  heading: string,
  all: readonly CriterionAssessment[],
  titles: readonly Titled[],
  columns: number,
): string[] =>
  all.length === 0 ? [] : [heading, '', ...all.flatMap((each) => criterion(each, titles, columns))]

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

function closing({ criteria, general, offTopic, language, weight }: Assessment): string {
  if (language === 'other')
    return 'The answer seems to be in another language than the drills, so nothing in it was read. Grade it yourself, or have it graded.'
  if (criteria.length + general.length === 0)
    return 'This drill has no criteria: there is nothing to look for.'
  const topic = offTopic
    ? 'The text hardly speaks of this drill, so general criteria do not count in it. '
    : ''
  return `${topic}What was found would give ${weight.found} of ${weight.possible} if all of it were met. These are places to look at, found by words; nobody has judged them. Read the sentences and grade yourself.`
}

function text({ drill, rubric, practiceLoop, assessment }: Grade, columns: number): string {
  const { sections, redFlags, language } = assessment
  const points = language === 'other' ? [] : sections.flatMap((each) => section(each, practiceLoop, columns))
  const flags = redFlags.flatMap(({ id, reason }) =>
    hanging('  ▲ ', `${rubric.redFlags.find((flag) => flag.id === id)?.title ?? id}: ${reason}`, columns),
  )
  return [
    ...hanging('', `${drill.title} (${drill.id})`, columns),
    '',
    ...criteria('Criteria of the drill', assessment.criteria, drill.criteria ?? [], columns),
    ...criteria('General criteria', assessment.general, rubric.criteria, columns),
    ...(points.length === 0 ? [] : ['Points mentioned', '', ...points, '']),
    ...(flags.length === 0 ? [] : ['Red flags', '', ...flags, '']),
    ...hanging('', closing(assessment), columns),
    '',
  ].join('\n')
}

const json = ({ assessment }: Grade): string => `${printableJson(JSON.stringify(assessment, null, 2))}\n`

/** How an assessment is printed. */
export const grades = { text, json } as const
