import type { Facts } from '../model/facts.ts'
import type { Track } from '../model/track.ts'
import { targetsOf } from './drill-facts.ts'

/** What corpus rules need to know of a track. */
export function trackFacts(track: Track): Facts {
  const { matter, locate } = track
  const { data } = matter
  const heading = track.headings.find(({ depth }) => depth === 1)
  return {
    file: track.file,
    anchors: track.headings.map(({ anchor }) => anchor),
    targets: targetsOf(track, () => false),
    track: {
      title: heading?.text ?? '',
      ...(data && { matter: data }),
      places: {
        id: locate(matter.at(['id'])),
        order: locate(matter.at(['order'])),
        title: locate(heading ?? { start: 0, end: 0 }),
        drills: (data?.drills ?? []).map((_, index) => locate(matter.at(['drills', index]))),
      },
    },
  }
}
