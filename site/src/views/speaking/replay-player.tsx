import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Recordings } from '../../app/speech.ts'
import { durationText } from '../../core/model/duration.ts'
import type { Millis } from '../../core/model/types.ts'
import { lengthText } from '../../core/speaking/pace-text.ts'
import { markAt, type Replay } from '../../core/speaking/replay.ts'
import { createPlayer, type PlayerState } from '../../platform/recordings/player.ts'

const rates = [1, 1.25, 1.5] as const
const step = 5_000

interface ReplayPlayerProps {
  readonly replay: Replay
  readonly recordings: Recordings
  readonly titleOf: (part: string) => string
}

/** Plays takes as one, with a bar to seek in, marks of phases and pauses, and a choice of speed. */
export function ReplayPlayer({ replay, recordings, titleOf }: ReplayPlayerProps) {
  const [state, setState] = useState<PlayerState>({ isPlaying: false, time: 0, problem: '' })
  const [rate, setRate] = useState(1)
  const player = useMemo(
    () =>
      createPlayer(
        replay,
        async ({ take }) => {
          const sound = await recordings.sound(take)
          if (!sound.ok) throw new Error(sound.error.reason)
          return sound.value
        },
        setState,
      ),
    [],
  )
  useEffect(() => player.close, [player])
  const { time, isPlaying } = state
  const mark = markAt(replay, time)
  const press = (event: KeyboardEvent): void => {
    const by = { ArrowLeft: -step, ArrowDown: -step, ArrowRight: step, ArrowUp: step }[event.key]
    if (by === undefined) return
    event.preventDefault()
    void player.seek(time + by)
  }
  return (
    <div class="player">
      <button type="button" onClick={() => void (isPlaying ? player.pause() : player.play())}>
        {isPlaying ? 'Pause' : 'Play'}
      </button>
      <div class="player-bar">
        <input
          type="range"
          min={0}
          max={Math.max(1, Math.ceil(replay.total / 1000))}
          step={1}
          value={Math.round(time / 1000)}
          aria-label="Place in the recording"
          aria-valuetext={`${durationText(time)} of ${durationText(replay.total)}${mark ? `, ${titleOf(mark.part)}` : ''}`}
          onInput={({ currentTarget }) => void player.seek(Number(currentTarget.value) * 1000)}
          onKeyDown={press}
        />
        <Ticks replay={replay} />
      </div>
      <span class="figures-small player-time">
        {lengthText(time)} of {lengthText(replay.total)}
      </span>
      <label class="inline">
        Speed
        <select
          value={rate}
          onChange={({ currentTarget }) => {
            const next = Number(currentTarget.value)
            setRate(next)
            player.setRate(next)
          }}
        >
          {rates.map((each) => (
            <option key={each} value={each}>
              {each}×
            </option>
          ))}
        </select>
      </label>
      {replay.marks.length > 1 && (
        <ul class="player-marks" aria-label="Phases in the recording">
          {replay.marks.map(({ part, at }) => (
            <li key={part}>
              <button
                type="button"
                class="text-button"
                {...(mark?.part === part ? { 'aria-current': 'true' } : {})}
                onClick={() => void player.seek(at)}
              >
                {titleOf(part)} {lengthText(at)}
              </button>
            </li>
          ))}
        </ul>
      )}
      {replay.pauses.length > 0 && (
        <p class="quiet player-pauses">
          Long pauses:{' '}
          {replay.pauses
            .map(({ at, length }) => `${lengthText(at)} (${Math.round(length / 1000)} s)`)
            .join(', ')}
        </p>
      )}
      {state.problem !== '' && <p role="alert">{state.problem}</p>}
    </div>
  )
}

/** Marks below the bar: a long one for a phase, a short one for a pause. The lists beside it say the same. */
function Ticks({ replay }: { readonly replay: Replay }) {
  const { marks, pauses, total } = replay
  if (marks.length < 2 && pauses.length === 0) return null
  const place = (at: Millis): string => `${((100 * at) / Math.max(1, total)).toFixed(2)}%`
  return (
    <svg class="player-ticks" aria-hidden="true">
      {pauses.map(({ at, length }) => (
        <rect key={at} class="tick-pause" x={place(at)} width={place(length)} y={0} height={4} />
      ))}
      {marks.slice(1).map(({ part, at }) => (
        <rect key={part} class="tick-phase" x={place(at)} width={2} y={0} height={10} />
      ))}
    </svg>
  )
}
