import { useEffect, useRef } from 'preact/hooks'
import { beginClock } from '../../app/begin-clock.ts'
import { focusIfLost } from '../../app/focus.ts'
import type { Speech } from '../../app/speech.ts'
import { useRecorder, useTakes } from '../../app/use-speech.ts'
import { ownValue } from '../../core/model/objects.ts'
import { takesOf } from '../../core/speaking/takes.ts'
import { LevelMeter } from './level-meter.tsx'
import { PaceLine } from './pace-line.tsx'
import { ReplayPanel } from './replay-panel.tsx'
import type { OpenSpeakingProps } from './speaking.tsx'
import { TranscriptTools } from './transcript-tools.tsx'

const takenOver =
  'The recording has ended because the attempt goes on in another tab. What was recorded is kept.'

/** The recorder of a phase or a follow-up, and what was recorded there. */
export function SpeakingPanel(props: OpenSpeakingProps & { readonly speech: Speech }) {
  const { attempt, act, part, title, speech, takesFocus } = props
  const { recorder, recordings } = speech
  const state = useRecorder(recorder)
  const takes = takesOf(useTakes(recordings), attempt.id, part)
  useEffect(() => recorder.attend(attempt.id), [recorder, attempt.id])
  const { place, status } = state
  const isHere = place?.attemptId === attempt.id && place.part === part
  const isOther = status !== 'idle' && !isHere
  const isRecording = isHere && status === 'recording'
  const isPaused = isRecording && state.pausedBy !== null
  const begin = () => beginClock(attempt, act, part)
  const toggle = (): void => {
    if (isRecording) void recorder.stop()
    // Moving on to this phase is enough: the recording follows.
    else if (isOther) begin()
    else void recorder.record({ attemptId: attempt.id, part }, begin)
  }
  const isBusy =
    (isHere && (status === 'asking' || status === 'saving')) || (isOther && status !== 'recording')
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (takesFocus) focusIfLost(button.current)
  }, [])
  useEffect(() => {
    // Another tab has taken the attempt over, and nobody could press the button here.
    if (isRecording && button.current?.matches(':disabled')) void recorder.stop(takenOver)
  })
  const spoken = ownValue(attempt.spoken, part)
  return (
    <div class="speaking" data-recording={isRecording && !isPaused}>
      <div class="buttons">
        <button
          ref={button}
          type="button"
          class="record"
          aria-label={`${isRecording ? 'Stop recording' : 'Record'}: ${title}`}
          onClick={toggle}
          disabled={isBusy}
        >
          <span class="record-mark" aria-hidden="true" />
          {isRecording ? 'Stop recording' : 'Record'}
        </button>
        {isRecording && (
          <button type="button" onClick={() => (isPaused ? recorder.resume(begin) : recorder.pause())}>
            {isPaused ? 'Go on recording' : 'Pause recording'}
          </button>
        )}
        {isRecording && <LevelMeter recorder={recorder} state={state} />}
        {/* Also while it records: who dictates at the same time learns the words a minute. */}
        <TranscriptTools {...props} recordings={recordings} />
      </div>
      <p class="speaking-status" role="status">
        {isHere && status === 'asking' && 'Waiting for the microphone …'}
        {isHere && status === 'saving' && 'Keeping the recording …'}
        {isHere && state.message !== '' && ` ${state.message}`}
      </p>
      {spoken && spoken.length > 0 && <PaceLine spoken={spoken} />}
      {takes.length > 0 && !isRecording && (
        <details class="listen">
          <summary>Listen to it</summary>
          <ReplayPanel attempt={attempt} part={part} speech={speech} />
        </details>
      )}
    </div>
  )
}
