import tracks from 'virtual:tracks'
import { href } from '../../app/router.ts'

/** How many tracks are named: more would be a menu of its own. */
const mostNamed = 2

/** What a new visitor can do in place of beginning with the one drill. */
export function TrackOffer() {
  if (tracks.length === 0) return null
  return (
    <p class="quiet">
      Or follow a way through:{' '}
      {tracks.slice(0, mostNamed).map(({ id, title }, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <a href={href('track', id)}>{title}</a>
        </span>
      ))}
      {tracks.length > mostNamed && (
        <>
          , <a href={href('tracks')}>all {tracks.length}</a>
        </>
      )}
    </p>
  )
}
