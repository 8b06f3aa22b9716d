import tracks from 'virtual:tracks'
import { useApp } from '../../app/app-context.ts'
import { titleOf } from '../../app/format.ts'
import { href } from '../../app/router.ts'
import { nextAfter } from '../../core/catalog/track.ts'
import { dateOf } from '../../core/model/day.ts'

/** Beside the way to the plan: the next drill of a track that the plan takes, or that is followed, after one of its drills. */
export function NextOfTrack({ drillId }: { readonly drillId: string }) {
  const { library, session } = useApp()
  const { plan, dayStart, track: followed } = library.settings
  // Without a plan the button leads there.
  if (plan === null || dateOf(session.now(), dayStart) >= plan.date) return null
  const ofTrack = nextAfter(tracks, [plan.track, followed], drillId, library)
  if (ofTrack === undefined) return null
  return (
    <p class="next-of-track quiet">
      Next in “{ofTrack.track.title}”: <a href={href('drill', ofTrack.next)}>{titleOf(ofTrack.next)}</a>
    </p>
  )
}
