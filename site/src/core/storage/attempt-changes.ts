import { stageOf, textOf } from '../model/attempt.ts'
import { canonicalJson } from '../model/objects.ts'
import type { Attempt, Field, Instant } from '../model/types.ts'

/** What an import would do to an attempt. */
export interface AttemptChange {
  readonly id: string
  readonly title: string
  readonly createdAt: Instant
  /**
   * `new`: not here yet. `newer`: the file has the later state. `older`: the file has an earlier one, of which something is
   * added to what is here.
   */
  readonly kind: 'new' | 'newer' | 'older'
  /** What would be different afterwards, in words; empty for a new attempt. */
  readonly differs: readonly string[]
}

/** The parts of an attempt that a learner knows, besides its texts. */
const parts = [
  ['the stage', (attempt) => stageOf(attempt)],
  ['the time spent', ({ phases, clock }) => [phases, clock]],
  ['the mode', ({ mode }) => mode],
  ['the hints', ({ hints }) => hints],
  ['what was recorded', ({ spoken }) => spoken],
  ['the grades', ({ criteria, grades }) => [criteria, grades]],
  ['the quotes', ({ quotes }) => quotes],
  ['the red flags', ({ redFlags }) => redFlags],
  ['the verdicts of others', ({ verdicts }) => verdicts],
  ['the second round', ({ followUps }) => followUps],
  ['the note', ({ note }) => note.value],
  ['the score', ({ score, mark }) => [score, mark]],
] as const satisfies readonly (readonly [string, (attempt: Attempt) => unknown])[]

/** The fields of both attempts, by id. */
const fieldsOf = (a: Attempt, b: Attempt): readonly Field[] => [
  ...new Map([...a.fields, ...b.fields].map((field) => [field.id, field])).values(),
]

/** What an attempt has several of, by something that tells them apart. */
const lists = [
  ['grade', ({ grades }) => Object.keys(grades)],
  ['quote', ({ quotes }) => Object.keys(quotes)],
  ['red flag', ({ redFlags }) => redFlags.map(({ source, id }) => `${source}/${id}`)],
  ['recorded time', ({ spoken }) => Object.keys(spoken)],
] as const satisfies readonly (readonly [string, (attempt: Attempt) => readonly string[]])[]

/** What is here and would be no more: of what the later state lacks, nobody knows whether it was taken back. */
const losses = (before: Attempt, after: Attempt): readonly string[] =>
  lists.flatMap(([name, of]) => {
    const left = of(after)
    const { length } = of(before).filter((each) => !left.includes(each))
    return length === 0 ? [] : [`without ${length} ${name}${length === 1 ? '' : 's'} of those here`]
  })

const versionsIn = ({ texts, note }: Attempt): number =>
  Object.values(texts).reduce((sum, { kept }) => sum + kept.length, note.kept.length)

function differences(before: Attempt, after: Attempt): readonly string[] {
  const texts = fieldsOf(before, after)
    .filter(({ id }) => textOf(before, id) !== textOf(after, id))
    .map(({ title }) => `“${title}”`)
  const others = parts
    .filter(([, of]) => canonicalJson(of(before)) !== canonicalJson(of(after)))
    .map(([name]) => name)
  const kept = versionsIn(after) > versionsIn(before) ? ['another version of a text, kept beside it'] : []
  const all = [...texts, ...others, ...losses(before, after), ...kept]
  return all.length > 0 ? all : ['details']
}

/**
 * What an import would do to the attempts that it changes, newest first.
 * @param before the attempts that are here
 * @param incoming the attempts of the file
 * @param put the attempts as they would be afterwards, without those that stay the same
 */
export function attemptChanges(
  before: readonly Attempt[],
  incoming: readonly Attempt[],
  put: readonly Attempt[],
): readonly AttemptChange[] {
  const known = new Map(before.map((attempt) => [attempt.id, attempt]))
  const offered = new Map(incoming.map((attempt) => [attempt.id, attempt]))
  return put
    .map((after): AttemptChange => {
      const { id, title, createdAt } = after
      const old = known.get(id)
      if (!old) return { id, title, createdAt, kind: 'new', differs: [] }
      const offer = offered.get(id) ?? old
      const isNewer = (offer.updatedAt - old.updatedAt || offer.revision - old.revision) > 0
      return { id, title, createdAt, kind: isNewer ? 'newer' : 'older', differs: differences(old, after) }
    })
    .sort((a, b) => b.createdAt - a.createdAt)
}
