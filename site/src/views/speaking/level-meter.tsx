import { useEffect, useRef, useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import type { Recorder, RecorderState } from '../../app/recorder-state.ts'
import { clockText } from '../../core/model/duration.ts'

/** A level that speech reaches and a quiet room does not. */
const audible = 0.25
/** After so much silence in the beginning something may be wrong. */
const patience = 4_000

const bars = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]

interface LevelMeterProps {
  readonly recorder: Recorder
  readonly state: RecorderState
}

/** Shows that the microphone hears something, and how long the take is. */
export function LevelMeter({ recorder, state }: LevelMeterProps) {
  const { session } = useApp()
  // A new object each time: the time goes on even where the level stands still.
  const [{ level }, setHeard] = useState<{ readonly level: number | null }>({ level: null })
  const heard = useRef(false)
  useEffect(() => {
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
    const look = (): void => setHeard({ level: recorder.level() })
    const id = setInterval(look, isCalm ? 1_000 : 100)
    return () => clearInterval(id)
  }, [recorder])
  if (level !== null && level >= audible) heard.current = true
  const spent = state.spent + (state.since === null ? 0 : Math.max(0, session.now() - state.since))
  const isSilent = level !== null && !heard.current && state.pausedBy === null && spent >= patience
  return (
    <div class="level">
      <svg viewBox="0 0 60 16" aria-hidden="true">
        {bars.map((bar) => (
          <rect
            key={bar}
            x={bar * 6}
            y={0}
            width={4}
            height={16}
            rx={1}
            data-on={(level ?? 0) * bars.length > bar}
          />
        ))}
      </svg>
      <span class="figures-small">
        {clockText(Math.floor(spent / 1000) * 1000)}
        {state.pausedBy !== null && ' · paused'}
      </span>
      <span role="status">{isSilent && 'Nothing is heard. Is the microphone muted?'}</span>
    </div>
  )
}
