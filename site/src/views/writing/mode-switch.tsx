import { fieldsOf, isBlank } from '../../core/model/attempt.ts'
import type { Mode } from '../../core/model/types.ts'
import type { PracticeProps } from '../shared/attempt-props.ts'

const modes = [
  ['interview', 'Interview', 'One plain text for each phase; hints are one click away.'],
  ['guided', 'Guided', 'A text for each section, with what belongs into it.'],
] as const satisfies readonly (readonly [Mode, string, string])[]

/** Chooses between interview and guided, as long as nothing is written. */
export function ModeSwitch({ attempt, practice, act }: PracticeProps) {
  if (attempt.kind === 'question' || !isBlank(attempt)) return null
  const choose = (mode: Mode): void => {
    act({ type: 'mode', mode, fields: fieldsOf({ kind: attempt.kind, mode }, practice.loop) })
  }
  return (
    <fieldset class="mode">
      <legend class="visually-hidden">How you answer</legend>
      {modes.map(([mode, label, words]) => (
        <label key={mode} title={words}>
          <input
            type="radio"
            name="mode"
            value={mode}
            checked={attempt.mode === mode}
            aria-describedby={`mode-${mode}`}
            onChange={() => choose(mode)}
          />
          <span>{label}</span>
        </label>
      ))}
      {/* Outside the labels, or it would be part of the names as well. */}
      {modes.map(([mode, , words]) => (
        <span key={mode} id={`mode-${mode}`} hidden>
          {words}
        </span>
      ))}
    </fieldset>
  )
}
