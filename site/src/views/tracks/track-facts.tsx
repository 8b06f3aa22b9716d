import menu from 'virtual:menu'
import { hoursText } from '../../app/format.ts'
import type { Track } from '../../core/catalog/track.ts'
import { plural } from '../../core/model/plural.ts'

interface TrackFactsProps {
  readonly track: Track
  /** How many of its drills were finished. */
  readonly done: number
}

/** How long a track is, and how much of it is done. */
export function TrackFacts({ track: { drills }, done }: TrackFactsProps) {
  const minutes = menu.reduce((sum, entry) => sum + (drills.includes(entry.id) ? entry.minutes : 0), 0)
  return (
    <p class="facts">
      {plural(drills.length, 'drill')} · {hoursText(minutes * 60_000)} against the clock
      {done > 0 && (
        <>
          {' '}
          · <b>{done === drills.length ? 'all done' : `${done} of ${drills.length} done`}</b>
        </>
      )}
    </p>
  )
}
