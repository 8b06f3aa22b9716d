import { useEffect, useRef } from 'preact/hooks'
import { beginClock } from '../../app/begin-clock.ts'
import { focusIfLost } from '../../app/focus.ts'
import type { Speech } from '../../app/speech.ts'
import { useChord } from '../../app/use-chord.ts'
import { useShortcuts } from '../../app/use-shortcuts.ts'
import { useRecorder, useTakes } from '../../app/use-speech.ts'
import { ownValue } from '../../core/model/objects.ts'
import { takesOf } from '../../core/speaking/takes.ts'
import { LevelMeter } from './level-meter.tsx'
import { PaceLine } from './pace-line.tsx'
import { ReplayPanel } from './replay-panel.tsx'
import type { OpenSpeakingProps } from './speaking-props.ts'
import { TranscriptTools } from './transcript-tools.tsx'

const takenOver =
  'The recording has ended because the attempt goes on in another tab. What was recorded is kept.'

const isSeen = (element: HTMLElement | null): boolean => element !== null && element.offsetParent !== null

/** The recorder of a phase or a follow-up, and what was recorded there. */
export function SpeakingPanel(props: OpenSpeakingProps & { readonly speech: Speech }) {
  const { attempt, act, part, title, speech, takesFocus, recordsAtOnce } = props
  const { recorder, recordings } = speech
  const state = useRecorder(recorder)
  const takes = takesOf(useTakes(recordings), attempt.id, part)
  // The last take that is deleted leaves its words behind.
  const hadTakes = useRef(false)
  hadTakes.current ||= takes.length > 0
  useEffect(() => recorder.attend(attempt.id), [recorder, attempt.id])
  const { place, status } = state
  const isHere = place?.attemptId === attempt.id && place.part === part
  const isOther = status !== 'idle' && !isHere
  const isRecording = isHere && status === 'recording'
  const isElsewhere = isOther && status === 'recording'
  const words = isRecording ? 'Stop recording' : isElsewhere ? 'Record here instead' : 'Record'
  const isPaused = isRecording && state.pausedBy !== null
  const begin = () => beginClock(attempt, act, part)
  const isBusy = (isHere && (status === 'asking' || status === 'saving')) || (isOther && !isElsewhere)
  const button = useRef<HTMLButtonElement>(null)
  const toggle = (): void => {
    // A button that is busy keeps the focus, so it is not disabled; in a tab that is locked it is.
    if (isBusy || button.current?.matches(':disabled')) return
    if (isRecording) void recorder.stop()
    // Moving on to this phase is enough: the recording follows.
    else if (isOther) begin()
    else void recorder.record({ attemptId: attempt.id, part }, begin)
  }
  // The key is for what one is at: the phase of the clock, or the follow-up that is open.
  const byKey = (): void => {
    const isAt = attempt.revealedAt === null ? attempt.phase === part : isSeen(button.current)
    if (isRecording || (status === 'idle' && isAt)) toggle()
  }
  useShortcuts({ v: byKey })
  useChord('v', 'KeyV', byKey)
  useEffect(() => {
    if (takesFocus) focusIfLost(button.current)
    if (recordsAtOnce) toggle()
  }, [])
  useEffect(() => {
    // Another tab has taken the attempt over, and nobody could press the button here.
    if (isRecording && button.current?.matches(':disabled')) void recorder.stop(takenOver)
  })
  const spoken = ownValue(attempt.spoken, part)
  const pace = spoken && spoken.length > 0 && <PaceLine spoken={spoken} />
  // Read out after a recording, not whenever one comes back.
  const isTold = isHere && status === 'idle'
  return (
    <div class="speaking" data-recording={isRecording && !isPaused}>
      <div class="buttons">
        <button
          ref={button}
          type="button"
          class={isElsewhere ? 'record text-button' : 'record'}
          aria-label={`${words}: ${title}`}
          onClick={toggle}
          aria-disabled={isBusy}
        >
          {!isElsewhere && <span class="record-mark" aria-hidden="true" />}
          {isRecording ? <Short first="Stop" rest="recording" /> : words}
        </button>
        {isRecording && (
          <button type="button" onClick={() => (isPaused ? recorder.resume(begin) : recorder.pause())}>
            <Short first={isPaused ? 'Go on' : 'Pause'} rest="recording" />
          </button>
        )}
        {isRecording && <LevelMeter recorder={recorder} state={state} />}
        {/* Also while it records: who dictates at the same time learns the words a minute. */}
        <TranscriptTools {...props} recordings={recordings} />
      </div>
      <div class="speaking-status" role="status">
        {isHere && status === 'asking' && 'Waiting for the microphone …'}
        {isHere && status === 'saving' && 'Keeping the recording …'}
        {isHere && state.message !== '' && ` ${state.message}`}
        {/* Who looks sees it at the button and the level. */}
        {isRecording && state.message === '' && (
          <span class="visually-hidden">{isPaused ? 'Recording paused.' : 'Recording.'}</span>
        )}
        {isTold && pace}
      </div>
      {!isTold && pace}
      {hadTakes.current && !isRecording && (
        <details class="listen">
          <summary>Listen to it</summary>
          <ReplayPanel attempt={attempt} part={part} speech={speech} />
        </details>
      )}
    </div>
  )
}

/** Words of which a small screen shows the first. */
const Short = ({ first, rest }: { readonly first: string; readonly rest: string }) => (
  <span>
    {first}
    <span class="wide-only"> {rest}</span>
  </span>
)
