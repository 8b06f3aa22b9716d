import { leaveOnEscape } from '../../app/focus.ts'
import type { Attempt, Field } from '../../core/model/types.ts'

/** The element id of a field's text area. */
export const fieldId = (field: string): string => `field-${field}`

/** Focuses the first text area of the current phase. */
export function focusPhase({ fields, phase }: Attempt): void {
  const first = fields.find((field) => field.phase === phase)
  if (first) document.getElementById(fieldId(first.id))?.focus()
}

interface AnswerAreaProps {
  readonly field: Field
  readonly text: string
  readonly describedBy?: string | undefined
  readonly onWrite: (text: string) => void
  readonly onNext: () => void
}

/** The text area of a field, with the keys that lead out of it. */
export function AnswerArea({ field, text, describedBy, onWrite, onNext }: AnswerAreaProps) {
  const press = (event: KeyboardEvent): void => {
    if (event.isComposing) return
    leaveOnEscape(event)
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      onNext()
    }
  }
  return (
    <textarea
      id={fieldId(field.id)}
      dir="auto"
      rows={6}
      value={text}
      {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
      onInput={({ currentTarget }) => onWrite(currentTarget.value)}
      onKeyDown={press}
    />
  )
}
