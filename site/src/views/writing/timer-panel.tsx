import { useEffect, useRef, useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { focusIfLost } from '../../app/focus.ts'
import type { Recorder } from '../../app/recorder-state.ts'
import { useChord } from '../../app/use-chord.ts'
import { useShortcuts } from '../../app/use-shortcuts.ts'
import { isAllowed } from '../../core/model/is-allowed.ts'
import { timeText } from '../../core/model/time-text.ts'
import type { Attempt } from '../../core/model/types.ts'
import { keepVisible } from '../../platform/keep-visible.ts'
import type { PracticeProps } from '../shared/attempt-props.ts'
import { Announcer } from './announcer.tsx'
import { focusPhase } from './answer-area.tsx'
import { Clock } from './clock.tsx'
import { MoreMenu } from './more-menu.tsx'
import { openUpwards } from './open-upwards.ts'
import { PromptPanel } from './prompt-panel.tsx'
import { TimerOptions } from './timer-options.tsx'

interface TimerPanelProps extends PracticeProps {
  /** The phase of the text that was written last. */
  readonly writtenIn: string
  /** The recorder while it records this attempt. */
  readonly recording: Recorder | null
}

/** Keeps the focus, and the keyboard of a phone, where they are while a button is pressed. */
const keepFocus = (event: Event): void => event.preventDefault()

/** The bar that stays in sight: the phase, the clock, its controls, and the prompt at hand. */
export function TimerPanel({ attempt, practice, act, writtenIn, recording }: TimerPanelProps) {
  const { library, session } = useApp()
  const { timerHidden } = library.settings
  const [isPromptOpen, setPromptOpen] = useState(false)
  const bar = useRef<HTMLElement>(null)
  useEffect(() => (bar.current ? keepVisible(bar.current) : undefined), [])
  const { clock, phases, phase, timer } = attempt
  const index = phases.findIndex(({ id }) => id === phase)
  const isLast = index === phases.length - 1
  const run = isAllowed(attempt, 'start') ? 'start' : clock.running ? 'pause' : 'resume'
  const words = { start: 'Start', pause: 'Pause', resume: 'Resume' } as const
  const [said, setSaid] = useState('')
  /** What a key has changed is seen, but not heard. A repeated word would be no change, so a blank is added. */
  const say = (words: string): void => setSaid((before) => (before === words ? `${words}\u00a0` : words))
  const sayTime = (state: Attempt, words = ''): void =>
    say(`${words} ${timeText(state, session.now())}`.trim())
  const runClock = (): Attempt => {
    const next = act({ type: run })
    if (run === 'start') focusPhase(next)
    return next
  }
  const next = (): void => focusPhase(act({ type: 'skip' }))
  const back = (): void => focusPhase(act({ type: 'back' }))
  const toggleClock = (): void => session.set({ timerHidden: !timerHidden })
  const togglePrompt = (): void => {
    setPromptOpen(!isPromptOpen)
    // A prompt that is scrolled by keys has the focus, which goes back to the text.
    if (document.activeElement?.id === 'prompt-panel') focusPhase(attempt)
  }
  const stopRecording = (): void => {
    void recording?.stop()
    // The button goes with the recording.
    focusIfLost(bar.current?.querySelector<HTMLElement>('.timer-buttons button') ?? null)
  }
  const other = attempt.startedAt !== null && writtenIn !== phase && phases.find(({ id }) => id === writtenIn)
  const moveClock = (): void => {
    if (!other) return
    const next = act({ type: 'phase', phase: other.id })
    if (document.activeElement?.closest('.clock-offer')) focusPhase(next)
  }
  useShortcuts({
    s: () => sayTime(runClock(), { start: 'Started.', pause: 'Paused.', resume: 'Running.' }[run]),
    n: next,
    b: back,
    1: () => sayTime(act({ type: 'extend', minutes: 1 }), 'One more minute.'),
    5: () => sayTime(act({ type: 'extend', minutes: 5 }), 'Five more minutes.'),
    t: () => sayTime(act({ type: 'timer', on: !timer.on }), timer.on ? 'No limit.' : 'With a limit.'),
    c: () => {
      toggleClock()
      say(timerHidden ? 'The clock is shown.' : 'The clock is hidden.')
    },
    l: () => sayTime(attempt),
    w: () => focusPhase(attempt),
    p: togglePrompt,
  })
  useChord('p', 'KeyP', togglePrompt)
  useChord('enter', 'Enter', moveClock)
  return (
    <section class="timer" aria-label="Timer" ref={bar}>
      <div class="timer-bar">
        <p class="timer-phase">
          {phases.length > 1 && (
            <span>
              Phase {index + 1} of {phases.length}
            </span>
          )}
          <strong dir="auto">{phases[index]?.title}</strong>
        </p>
        {other && (
          <div class="clock-offer" ref={openUpwards}>
            <button type="button" title="Alt Enter" onMouseDown={keepFocus} onClick={moveClock}>
              Move the clock to {other.title}
            </button>
          </div>
        )}
        <span class="visually-hidden" role="status">
          {other && `The clock is in another phase. Alt Enter moves it to ${other.title}.`}
        </span>
        <span class="visually-hidden" role="status">
          {said}
        </span>
        {!timerHidden && <Clock attempt={attempt} />}
        {recording && (
          <button type="button" class="recording-stop" onMouseDown={keepFocus} onClick={stopRecording}>
            <span class="record-mark" aria-hidden="true" />
            <span>
              Stop<span class="wide-only"> recording</span>
            </span>
          </button>
        )}
        <div class="timer-buttons">
          <button type="button" class={run === 'pause' ? '' : 'primary'} onClick={runClock}>
            {words[run]}
          </button>
          {phases.length > 1 && (
            <button type="button" onClick={next} disabled={isLast}>
              <span>
                Next<span class="wide-only"> phase</span>
              </span>
            </button>
          )}
          <button
            type="button"
            class="prompt-opener"
            aria-expanded={isPromptOpen}
            {...(isPromptOpen ? { 'aria-controls': 'prompt-panel' } : {})}
            onMouseDown={keepFocus}
            onClick={togglePrompt}
          >
            Prompt
          </button>
          <MoreMenu>
            <TimerOptions
              attempt={attempt}
              act={act}
              onToggleClock={toggleClock}
              onBack={index === 0 ? null : back}
            />
          </MoreMenu>
        </div>
        <Announcer attempt={attempt} />
      </div>
      <PromptPanel html={practice.prompt?.prompt.html ?? ''} isOpen={isPromptOpen} onClose={togglePrompt} />
    </section>
  )
}
