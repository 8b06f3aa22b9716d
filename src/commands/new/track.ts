import type { Io } from '../../io/io.ts'
import { UsageError, unknownWord } from '../../io/usage-error.ts'
import type { LintInput } from '../../lint/lint-input.ts'
import type { Workspace } from '../../lint/workspace.ts'
import type { Facts } from '../../model/facts.ts'
import { tracksFolder } from '../../model/track.ts'
import { printable } from '../../report/printable.ts'
import { quote } from '../../text/quote.ts'
import { slug } from '../../text/slug.ts'
import type { ExistingDrills } from './existing-drills.ts'
import { listed, readId, readOrder, readTitle } from './fields.ts'
import { idFor, type Words } from './given.ts'
import { inline } from './inline.ts'
import { writeNew } from './write-new.ts'

/** The arguments for a new track, unread. */
interface TrackWords extends Words {
  readonly drill?: readonly string[]
}

/** What a new track must agree with, or differ from. */
interface Surroundings {
  readonly workspace: Workspace
  readonly input: LintInput
  readonly facts: readonly Facts[]
  readonly known: ExistingDrills
}

const ofDrills = ['category', 'topic', 'model', 'difficulty'] as const

/** The names that tracks have, in place of those of drills. */
const besideTracks = (known: ExistingDrills, facts: readonly Facts[]): ExistingDrills => ({
  ...known,
  ids: new Map(facts.flatMap(({ file, track }) => (track?.matter ? [[track.matter.id, file] as const] : []))),
  titles: new Map(facts.flatMap(({ file, track }) => (track ? [[slug(track.title), file] as const] : []))),
})

/** The place that is asked for, otherwise the one behind all others. */
function orderOf(word: string | undefined, facts: readonly Facts[]): number {
  const orders = new Map(
    facts.flatMap(({ file, track }) => (track?.matter ? [[track.matter.order, file] as const] : [])),
  )
  const next = Math.max(0, ...orders.keys()) + 1
  const order = word === undefined ? next : readOrder(word)
  const file = orders.get(order)
  if (file !== undefined)
    throw new UsageError(`order ${quote(String(order))} is taken by ${quote(file, 120)}; \`${next}\` is free`)
  return order
}

function readDrills(words: readonly string[], { drills }: ExistingDrills): string[] {
  const ids = drills.map(({ id }) => id)
  const given = listed(words)
  for (const id of given)
    if (!ids.includes(id))
      throw unknownWord('drill', id, ids, 'the files in `drills/` are named after the drills')
  return given
}

/**
 * Writes a new track, in which whatever is still to be written is a finding.
 * @throws UsageError for arguments that can't be used
 */
export function newTrack(words: TrackWords, { facts, known, ...corpus }: Surroundings, io: Io): 0 {
  for (const flag of ofDrills)
    if (words[flag] !== undefined)
      throw new UsageError(`flag \`--${flag}\` goes with drills, not with a track`)
  if (words.title === undefined) throw new UsageError('missing: the title; see `drills new --help`')
  const beside = besideTracks(known, facts)
  const title = readTitle(words.title, beside)
  const id = words.id === undefined ? idFor(title, beside) : readId(words.id, beside)
  const order = orderOf(words.order, facts)
  const drills = readDrills(words.drill ?? [], known)
  const text = `---
id: ${id}
order: ${order}
drills: [${drills.join(', ')}]
---

# ${inline(title, { code: true })}

TODO: for whom this track is, and why in this order.
`
  const { shown } = writeNew(`${tracksFolder}/${id}.md`, text, corpus, io)
  io.stderr(
    `drills: wrote a track; name its drills and say for whom it is, \`drills lint ${printable(shown)}\` lists what is missing\n`,
  )
  return 0
}
