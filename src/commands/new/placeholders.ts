import type { DefinitionDocument, Definitions, LoopSection } from '../../model/definitions.ts'
import type { PracticeLoopMatter } from '../../model/generated/authored/practice-loop.ts'
import { words } from '../../text/words.ts'

/** What a point of a section must hold besides its label. */
export interface Demand {
  readonly least: number
  readonly reason?: NonNullable<LoopSection['reason']>
  /** Words that give a reason. */
  readonly because?: string
}

/** Sample words for a pattern, taken from the pattern itself. */
function sampleOf(
  source: string,
  matches: (text: string) => boolean,
  lists: Readonly<Record<string, string>>,
): string | undefined {
  const expanded = source.replace(/\$([\w-]+)/g, (_, name: string) => lists[name] ?? '')
  return expanded
    .split('|')
    .map((entry) =>
      entry
        .replace(/ \.\. | & /g, ' ')
        .replaceAll('*', '')
        .trim(),
    )
    .find((entry) => /^[\p{L}\p{N}' -]+$/u.test(entry) && matches(entry))
}

/** What the points of a section must hold for the linter to report nothing but placeholders. */
export function demandOf(
  { id, reason }: LoopSection,
  { loop, rubric }: Definitions,
  document: DefinitionDocument<PracticeLoopMatter> | undefined,
): Demand {
  const least = loop.limits.pointWords
  const source = document?.matter.data?.sections.find((section) => section.id === id)?.reason
  if (!reason || source === undefined) return { least }
  const because = sampleOf(source, reason, rubric.lists)
  return { least, reason, ...(because !== undefined && { because }) }
}

/**
 * The placeholder text of a point: its instruction, which the linter recognizes, or one marked `TODO` where the
 * instruction would not pass as a point.
 */
export function waiting(instruction: string, { least, reason, because }: Demand, marked: boolean): string {
  // A bare URL would be a finding of its own.
  const told = /:\/\/|\bwww\./i.test(instruction) ? '' : instruction
  const reasoned = reason === undefined || reason(told)
  if (!marked && told !== '' && reasoned && words(told).length >= least) return told
  const start = `TODO: ${told === '' ? 'one full sentence' : told}`
  const text = reasoned
    ? start
    : `${start.replace(/[.\s]+$/, '')}, ${because === undefined ? '' : `${because} `}TODO`
  return text + ' TODO'.repeat(Math.max(0, least - words(text).length))
}
