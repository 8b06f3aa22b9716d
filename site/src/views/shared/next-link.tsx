import tracks from 'virtual:tracks'
import { useApp } from '../../app/app-context.ts'
import { titleOf } from '../../app/format.ts'
import { href } from '../../app/router.ts'
import { nextAfter } from '../../core/catalog/track.ts'
import { dateOf } from '../../core/model/day.ts'

interface NextLinkProps {
  /** The drill that was done, if it was one. */
  readonly drillId?: string | undefined
  /** Whether something else comes first: then it leads nowhere rather than to all drills. */
  readonly isSecond?: boolean
}

/** Where to go on: to the plan while there is one, else to the next drill of the track that is followed, else to all. */
export function NextLink({ drillId = '', isSecond = false }: NextLinkProps) {
  const { library, session } = useApp()
  const { plan, dayStart, track: followed } = library.settings
  const isPlanned = plan !== null && dateOf(session.now(), dayStart) < plan.date
  const ofTrack = nextAfter(tracks, [followed], drillId, library)
  const link = (address: string, words: string) => (
    <a class={`button${isSecond ? '' : ' primary'}`} href={address}>
      {words}
    </a>
  )
  if (isPlanned) return link(href('plan'), 'Go on with your plan')
  if (ofTrack) {
    const { track, next } = ofTrack
    return link(href('drill', next), `Next in “${track.title}”: ${titleOf(next)}`)
  }
  return isSecond ? null : link(href('home'), 'All drills')
}
