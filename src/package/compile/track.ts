import type { Track as Published } from '../../model/generated/published/track.ts'
import type { Track } from '../../model/track.ts'
import { compareText } from '../../text/compare-text.ts'
import { richText } from './drill.ts'
import { fragments } from './fragment.ts'

/** The order of tracks: by their places, then by id in code units. */
export const byTrackOrder = (a: Published, b: Published): number =>
  a.order - b.order || compareText(a.id, b.id)

/** A track as apps get it; undefined for what has no valid front matter or no title. */
export function compileTrack(track: Track): Published | undefined {
  const { data } = track.matter
  const section = track.sections.find(({ heading }) => heading.depth === 1)
  if (!data || !section) return undefined
  const { id, order, drills } = data
  return {
    id,
    title: section.heading.text,
    order,
    drills,
    text: richText(fragments(track)(section), section),
  }
}
