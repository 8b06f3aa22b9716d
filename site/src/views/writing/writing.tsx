import { useState } from 'preact/hooks'
import { useChord } from '../../app/use-chord.ts'
import { useRecording } from '../../app/use-recording.ts'
import { useShortcuts } from '../../app/use-shortcuts.ts'
import { useTitleClock } from '../../app/use-title-clock.ts'
import { textOf } from '../../core/model/attempt.ts'
import { ownValue } from '../../core/model/objects.ts'
import type { Field, PhaseRun } from '../../core/model/types.ts'
import type { PracticeProps } from '../shared/attempt-props.ts'
import { Html } from '../shared/html.tsx'
import { OtherVersions } from '../shared/other-versions.tsx'
import { Speaking } from '../speaking/speaking.tsx'
import { AnswerArea, fieldId, focusPhase } from './answer-area.tsx'
import { Hints } from './hints.tsx'
import { PhaseList } from './phase-list.tsx'
import { PromptBlock } from './prompt-block.tsx'
import { RevealBlock } from './reveal-block.tsx'
import { SectionField } from './section-field.tsx'
import { TimerPanel } from './timer-panel.tsx'

/** The prompt, the timer, and the text areas, grouped by phase. */
export function Writing(props: PracticeProps) {
  const { attempt, act } = props
  const [written, setWritten] = useState({ phase: attempt.phase, clock: attempt.phase })
  /** The phases in which the recorder was opened, or something recorded. */
  const [opened, setOpened] = useState<readonly string[]>([])
  const recording = useRecording(attempt)
  /** The phase that was to be recorded when the recorder was not yet there. */
  const [recordedFirst, setRecordedFirst] = useState<string | null>(null)
  useTitleClock(attempt, recording !== null)
  // The last recording that is deleted leaves its words behind.
  const spoken = Object.keys(attempt.spoken).filter((id) => !opened.includes(id))
  if (spoken.length > 0) setOpened([...opened, ...spoken])
  // Whoever moves the clock knows where it is. Before the page shows it, or an offer would flash.
  if (written.clock !== attempt.phase) setWritten({ phase: attempt.phase, clock: attempt.phase })
  const write = ({ id, phase }: Field, text: string): void => {
    const next = act({ type: 'write', field: id, text })
    setWritten({ phase, clock: next.phase })
  }
  const speak = (): void => {
    if (recording !== null || opened.includes(attempt.phase)) return
    setRecordedFirst(attempt.phase)
    setOpened([...opened, attempt.phase])
  }
  useShortcuts({ v: speak })
  useChord('v', 'KeyV', speak)
  return (
    <div class="writing" data-phases={attempt.phases.length}>
      <div class="writing-side">
        <PromptBlock {...props} />
        {attempt.phases.length > 1 && <PhaseList attempt={attempt} />}
      </div>
      <div class="writing-main">
        <TimerPanel {...props} writtenIn={written.phase} recording={recording} />
        {attempt.phases.map((run) => (
          <PhaseFields
            key={run.id}
            run={run}
            onWrite={write}
            speaks={opened.includes(run.id)}
            onSpeak={() => setOpened([...opened, run.id])}
            recordsAtOnce={recordedFirst === run.id}
            {...props}
          />
        ))}
        <RevealBlock {...props} />
      </div>
    </div>
  )
}

interface PhaseFieldsProps extends PracticeProps {
  readonly run: PhaseRun
  readonly onWrite: (field: Field, text: string) => void
  /** Whether the recorder of the phase is open. */
  readonly speaks: boolean
  readonly onSpeak: () => void
  /** Whether the key that records has opened the recorder here. */
  readonly recordsAtOnce: boolean
}

/** One text area for the phase, or one for each of its sections when guided. */
function PhaseFields(props: PhaseFieldsProps) {
  const { run, attempt, practice, act, onWrite, speaks, onSpeak, recordsAtOnce } = props
  const phase = practice.loop.phases.find(({ id }) => id === run.id)
  const fields = attempt.fields.filter((field) => field.phase === run.id)
  const isOnly = attempt.phases.length === 1
  const isCurrent = attempt.startedAt !== null && attempt.phase === run.id && !isOnly
  const plain = isOnly || attempt.mode === 'interview' ? fields[0] : undefined
  const next = (): void => focusPhase(act({ type: 'skip' }))
  return (
    <section
      class={isOnly ? 'phase only-phase' : 'phase'}
      data-current={isCurrent}
      aria-labelledby={`phase-${run.id}`}
    >
      <h2 id={`phase-${run.id}`}>
        {plain ? (
          <label for={fieldId(plain.id)} dir="auto">
            {plain.title}
          </label>
        ) : (
          run.title
        )}{' '}
        <small>
          {phase && `${phase.minutes} min`}
          {isCurrent && ' · now'}
        </small>
      </h2>
      {plain ? (
        <AnswerArea
          field={plain}
          text={textOf(attempt, plain.id)}
          onWrite={(text) => onWrite(plain, text)}
          onNext={next}
        />
      ) : (
        phase && <Html html={phase.text.html} class="phase-text" />
      )}
      {/* An import can bring words of the other mode, in fields of their own. */}
      {(plain ? fields.slice(1) : fields).map((field) => (
        <SectionField
          key={field.id}
          field={field}
          kind={attempt.kind}
          section={practice.loop.sections.find(({ id }) => id === field.id && !plain)}
          text={textOf(attempt, field.id)}
          onWrite={(text) => onWrite(field, text)}
          onNext={next}
        />
      ))}
      {fields.map(({ id }) => (
        <OtherVersions
          key={id}
          versions={ownValue(attempt.texts, id)?.kept ?? []}
          onDiscard={(text) => act({ type: 'discard', field: id, text })}
        />
      ))}
      <div class="phase-tools">
        {plain && phase && <Hints {...props} phase={phase} />}
        <Speaking
          {...{ attempt, act, recordsAtOnce }}
          part={run.id}
          title={run.title}
          isOpen={speaks}
          onOpen={onSpeak}
        />
      </div>
    </section>
  )
}
