import tracks from 'virtual:tracks'
import { useApp } from '../../app/app-context.ts'
import { href } from '../../app/router.ts'
import { trackOf, trackStanding } from '../../core/catalog/track.ts'

/** How far somebody is with the track that they follow; without one, where to choose it. */
export function FollowedTrack() {
  const { library } = useApp()
  const { track: followed, plan } = library.settings
  const track = trackOf(tracks, followed)
  if (track === undefined) {
    if (plan !== null || tracks.length === 0) return null
    return (
      <p class="followed-track quiet">
        Not sure what to take next? <a href={href('tracks')}>Follow a way through</a>
      </p>
    )
  }
  return (
    <p class="followed-track">
      <a href={href('track', track.id)}>{track.title}</a>: {trackStanding(track, library).done} of{' '}
      {track.drills.length}
    </p>
  )
}
