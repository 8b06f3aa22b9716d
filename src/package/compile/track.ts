import type { Track as Published } from '../../model/generated/published/track.ts'
import type { Track } from '../../model/track.ts'
import { compareText } from '../../text/compare-text.ts'
import { title as titleOf } from '../../text/slug.ts'
import { richText } from './drill.ts'
import { fragments } from './fragment.ts'

/** The order of tracks: by their places, then by id in code units. */
export const byTrackOrder = (a: Published, b: Published): number =>
  a.order - b.order || compareText(a.id, b.id)

/** A track as apps get it; undefined for what has no valid front matter. */
export function compileTrack(track: Track): Published | undefined {
  const { data } = track.matter
  if (!data) return undefined
  const { id, order, drills } = data
  const section = track.sections.find(({ heading }) => heading.depth === 1)
  const text = section ? richText(fragments(track)(section), section) : { markdown: '', html: '' }
  return { id, title: section?.heading.text ?? titleOf(id), order, drills, text }
}
