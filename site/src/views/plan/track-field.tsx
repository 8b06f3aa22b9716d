import tracks from 'virtual:tracks'
import { href } from '../../app/router.ts'

interface TrackFieldProps {
  /** The id of the chosen track; empty for none. */
  readonly track: string
  readonly onChange: (track: string) => void
}

/** Which way through a plan takes first, if any. */
export function TrackField({ track, onChange }: TrackFieldProps) {
  return (
    <div class="track-field">
      <label>
        <span>Way through</span>
        <select
          name="track"
          value={track}
          aria-describedby="track-note"
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        >
          <option value="">None, only subjects</option>
          {tracks.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <p id="track-note" class="quiet">
        New drills come from it until it is done, in its order. What was weak or waits comes in between, and
        where its next drill does not fit, others fill the time.{' '}
        <a href={href('tracks')}>What each way is for</a>
      </p>
    </div>
  )
}
