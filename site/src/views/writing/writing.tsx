import { textOf } from '../../core/attempt.ts'
import type { PhaseRun } from '../../core/types.ts'
import type { PracticeProps } from '../shared/attempt-props.ts'
import { Html } from '../shared/html.tsx'
import { Speaking } from '../speaking/speaking.tsx'
import { RevealBlock } from './reveal-block.tsx'
import { focusPhase, SectionField } from './section-field.tsx'
import { TimerPanel } from './timer-panel.tsx'

/** The prompt, the timer, and a text area for each section, grouped by phase. */
export function Writing(props: PracticeProps) {
  const { attempt, practice, act } = props
  return (
    <div class="writing" data-phases={attempt.phases.length}>
      <div class="writing-side">
        <section class="prompt" aria-labelledby="prompt-title">
          <h2 id="prompt-title">Prompt</h2>
          <Html html={practice.prompt?.prompt.html ?? ''} class="prompt-text" />
        </section>
        <TimerPanel attempt={attempt} act={act} />
      </div>
      <div class="writing-main">
        {attempt.phases.map((run) => (
          <PhaseFields key={run.id} run={run} {...props} />
        ))}
        <RevealBlock {...props} />
      </div>
    </div>
  )
}

function PhaseFields({ run, attempt, practice, act }: PracticeProps & { readonly run: PhaseRun }) {
  const phase = practice.loop.phases.find(({ id }) => id === run.id)
  const fields = attempt.fields.filter((field) => field.phase === run.id)
  const isCurrent = attempt.startedAt !== null && attempt.phase === run.id && attempt.phases.length > 1
  return (
    <section
      class={attempt.phases.length > 1 ? 'phase' : 'phase only-phase'}
      data-current={isCurrent}
      aria-labelledby={`phase-${run.id}`}
    >
      <h2 id={`phase-${run.id}`} class={attempt.phases.length > 1 ? '' : 'visually-hidden'}>
        {run.title}{' '}
        <small>
          {phase && `${phase.minutes} min`}
          {isCurrent && ' · now'}
        </small>
      </h2>
      {phase && <Html html={phase.text.html} class="phase-text" />}
      {fields.map((field) => (
        <SectionField
          key={field.id}
          field={field}
          kind={attempt.kind}
          section={practice.loop.sections.find(({ id }) => id === field.id)}
          text={textOf(attempt, field.id)}
          onWrite={(text) => act({ type: 'write', field: field.id, text })}
          onNext={() => focusPhase(act({ type: 'skip' }))}
        />
      ))}
      <Speaking attempt={attempt} act={act} part={run.id} title={run.title} />
    </section>
  )
}
