import type { CorpusFinding } from '../../model/diagnostic.ts'
import { type Ended, endsOf, redirectedIds } from '../../model/ended-ids.ts'
import type { Corpus, DrillFacts } from '../../model/facts.ts'
import { didYouMean } from '../../text/did-you-mean.ts'
import type { Place } from '../../text/place.ts'
import { oneOf, quote } from '../../text/quote.ts'
import type { TrackFile } from './track-file.ts'

type Complaint = Pick<CorpusFinding, 'message' | 'expected'>

const published = 'expected a drill that is published'

/** What to say of an id that no drill bears. */
function ofGone(
  id: string,
  live: ReadonlySet<string>,
  redirected: ReadonlyMap<string, Ended>,
): Complaint | undefined {
  const end = redirected.get(id)
  const ends =
    end &&
    endsOf(
      end.to,
      (each) => live.has(each),
      (each) => redirected.get(each)?.to,
    )
  // Where its redirect leads nowhere, the redirect is told of.
  if (!ends) {
    const meant = didYouMean(id, live)
    return {
      message: `Unexpected unknown drill ${quote(id)}, expected the id of a published one${meant === undefined ? '' : `; did you mean \`${meant}\`?`}`,
      ...(meant !== undefined && { expected: [meant] }),
    }
  }
  const now = [...ends]
  if (now.length === 0) return { message: `Unexpected drill ${quote(id)}, which was retired, ${published}` }
  const became = now.length === 1 ? 'renamed' : 'split'
  return {
    message: `Unexpected drill ${quote(id)}, which was ${became}, expected ${oneOf(now)}`,
    expected: now,
  }
}

/** What to say of a drill that a track can't lead to. */
function ofUnpublished(id: string, { status }: DrillFacts): Complaint | undefined {
  if (status === 'draft') return { message: `Unexpected draft ${quote(id)}, ${published}` }
  if (status === 'deprecated')
    return { message: `Unexpected deprecated drill ${quote(id)}, expected one that is to stay` }
  return undefined
}

/** Ids in the list of a track that no learner can follow, or that are there already. */
export function* listedDrills(
  { file, track }: TrackFile,
  drills: ReadonlyMap<string, DrillFacts>,
  { unread, redirects }: Corpus,
): Generator<CorpusFinding> {
  const { matter, places } = track
  const redirected = redirectedIds(redirects?.matter.data ?? {})
  const live = new Set([...drills.values()].flatMap(({ id, status }) => (status === 'stable' ? [id] : [])))
  const firsts = new Map<string, Place>()
  for (const [index, id] of (matter?.drills ?? []).entries()) {
    const place = places.drills[index] ?? places.id
    const first = firsts.get(id)
    if (first) {
      const message = `Unexpected second ${quote(id)}, expected each drill once in a track`
      yield { file, place, message, related: [{ ...first, file, message: 'it is here already' }] }
      continue
    }
    firsts.set(id, place)
    const drill = drills.get(id)
    const found = drill
      ? ofUnpublished(id, drill)
      : unread.includes(id)
        ? undefined
        : ofGone(id, live, redirected)
    if (found) yield { file, place, ...found }
  }
}
