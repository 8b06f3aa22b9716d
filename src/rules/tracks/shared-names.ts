import type { CorpusFinding } from '../../model/diagnostic.ts'
import type { Corpus } from '../../model/facts.ts'
import { slug } from '../../text/slug.ts'
import { lowestFree, repeated } from '../unique/repeated.ts'
import type { TrackFile } from './track-file.ts'

/** Those first that have a right to what two of them claim: by the name of the file, then those left alone by the change. */
function inOrderOfRight(tracks: readonly TrackFile[], { recent }: Corpus): readonly TrackFile[] {
  const rank = ({ file, track }: TrackFile): number =>
    (file.endsWith(`/${track.matter?.id}.md`) ? 0 : 2) + (recent.has(file) ? 1 : 0)
  return tracks.toSorted((a, b) => rank(a) - rank(b))
}

/** Tracks that have an id, an order or a title which another one has. */
export function* sharedNames(tracks: readonly TrackFile[], corpus: Corpus): Generator<CorpusFinding> {
  const all = inOrderOfRight(tracks, corpus)
  yield* repeated(all, 'id', ({ track: { matter, places } }) =>
    matter ? { key: matter.id, place: places.id, shown: matter.id } : undefined,
  )
  const free = lowestFree(all.flatMap(({ track }) => track.matter?.order ?? []))
  yield* repeated(all, 'order', ({ track: { matter, places } }) =>
    matter
      ? { key: String(matter.order), place: places.order, shown: String(matter.order), free }
      : undefined,
  )
  yield* repeated(all, 'title', ({ track: { title, places } }) => {
    const key = slug(title)
    return key === '' ? undefined : { key, place: places.title, shown: title }
  })
}
