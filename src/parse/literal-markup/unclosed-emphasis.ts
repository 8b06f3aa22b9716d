import type { StageFinding } from '../../model/diagnostic.ts'
import { quote } from '../../text/quote.ts'
import { type Make, pair, unbalanced } from './emphasis-pairs.ts'
import { isBlank, isWord, type MarkRun, markRuns } from './mark-runs.ts'
import type { MaskedText } from './masked-text.ts'

/** What a text says of asterisks that lead to a note below it. */
interface Notes {
  /** Whether a line begins with such asterisks. */
  readonly has: (marks: string) => boolean
  /** Whether a word is followed by them. */
  readonly cites: (marks: string) => boolean
}

type Runs = readonly { readonly masked: MaskedText; readonly runs: readonly MarkRun[] }[]

const opens = ({ before, after }: MarkRun): boolean => !isBlank(after) && (isBlank(before) || !isWord(before))
const closes = ({ before, after }: MarkRun): boolean => !isBlank(before) && (isBlank(after) || !isWord(after))

function notesIn(texts: Runs, source: string): Notes {
  const all = texts.flatMap(({ runs }) => runs)
  // Marks that the same marks follow in their text begin what they were meant to mark, and no note.
  const first = new Set(
    texts.flatMap(({ runs }) =>
      runs
        .filter(({ before, isRest, marks }, at) => before === '' && !isRest && runs[at + 1]?.marks !== marks)
        .map(({ marks }) => marks),
    ),
  )
  const cited = new Set(all.filter((run) => isWord(run.before) && closes(run)).map(({ marks }) => marks))
  const escaped = (marks: string): boolean =>
    new RegExp(`^[ \\t]*(?:[-+][ \\t]+)?(?:\\\\\\*){${marks.length}}(?!\\\\)`, 'm').test(source)
  return {
    has: (marks) => marks.startsWith('*') && (first.has(marks) || escaped(marks)),
    cites: (marks) => marks.startsWith('*') && cited.has(marks),
  }
}

/** Where texts without blanks between words have marks in the midst of them. */
const isInCjk = ({ marks, before, after }: MarkRun): boolean =>
  marks.length === 2 && isWord(before) && isWord(after)

/** A run that nothing closes or opens. */
function alone(
  run: MarkRun,
  { start, text }: MaskedText,
  source: string,
  notes: Notes,
  make: Make,
): StageFinding | undefined {
  const { marks, before, after, isRest } = run
  const plain = `\\${marks.split('').join('\\')}`
  const isLoose = isBlank(before) && isBlank(after)
  if (isLoose && before !== '') return undefined
  if (isLoose || opens(run) || isInCjk(run)) {
    if (/[.,;:!?)\]}]/.test(after)) return undefined
    // What is dialled: `*67`.
    if (marks === '*' && !isRest && /\d/.test(after)) return undefined
    if (marks.length === 1 && !isRest && !isBlank(before) && !/[([{"“'‘«—–]/.test(before)) return undefined
    if (/\d/.test(after) && /[\d)]\s*$/.test(text.slice(Math.max(0, run.start - 40), run.start)))
      return undefined
    if (before === '' && !isRest && notes.cites(marks)) return undefined
    const words = source.slice(start + run.start, start + text.length).match(/^[*_]+\s*\S*/)?.[0] ?? marks
    return make(
      run.start,
      run.end,
      `Unexpected ${quote(words)} that nothing closes, expected \`${marks}\` behind the words that it marks, or \`${plain}\` for the character itself`,
    )
  }
  if (!closes(run) || notes.has(marks) || (marks.length === 1 && !isRest) || marks.length > 2)
    return undefined
  const words =
    /\S*$/.exec(source.slice(Math.max(start, start + run.end - 80), start + run.end))?.[0] ?? marks
  return make(
    run.start,
    run.end,
    `Unexpected ${quote(words)} that nothing opens, expected \`${marks}\` before the words that it marks, or \`${plain}\` for the character itself`,
  )
}

/** Two runs of which the first stands between blanks: it does not close one before it. */
const belongTogether = (first: MarkRun, second: MarkRun | undefined): boolean =>
  second?.marks === first.marks && isBlank(first.before) && isBlank(first.after)

function* inText(
  masked: MaskedText,
  runs: readonly MarkRun[],
  source: string,
  notes: Notes,
): Generator<StageFinding> {
  const { start } = masked
  const make: Make = (from, to, message, fix = []) => ({
    rule: 'literal-markup',
    at: { start: start + from, end: start + to },
    message,
    ...(fix.length > 0 && { fix }),
  })
  for (let at = 0; at < runs.length; at += 1) {
    const [run, next] = [runs[at], runs[at + 1]]
    if (!run) continue
    const both = next && !belongTogether(next, runs[at + 2]) && pair(run, next, masked, source, make)
    const finding = both ?? unbalanced(run, masked, source, make) ?? alone(run, masked, source, notes, make)
    if (both) at += 1
    if (finding) yield finding
  }
}

/** Asterisks and underscores that were meant to mark words and are published beside them. */
export function unclosedEmphasis(texts: readonly MaskedText[], source: string): StageFinding[] {
  const all = texts
    .filter(({ text }) => /[*_]/.test(text))
    .map((masked) => ({ masked, runs: markRuns(masked, source) }))
    .filter(({ runs }) => runs.length > 0)
  if (all.length === 0) return []
  const notes = notesIn(all, source)
  return all.flatMap(({ masked, runs }) => [...inText(masked, runs, source, notes)])
}
