import type { LoopSection } from 'audio-text-drills'
import type { Attempt, Field, Kind } from '../../core/types.ts'
import { Html } from '../shared/html.tsx'

/** The element id of a field's text area. */
const fieldId = (field: string): string => `field-${field}`

/** Focuses the first text area of the current phase. */
export function focusPhase({ fields, phase }: Attempt): void {
  const first = fields.find((field) => field.phase === phase)
  if (first) document.getElementById(fieldId(first.id))?.focus()
}

interface SectionFieldProps {
  readonly field: Field
  readonly kind: Kind
  /** Undefined for questions, and for sections that the practice loop no longer has. */
  readonly section: LoopSection | undefined
  readonly text: string
  readonly onWrite: (text: string) => void
  readonly onNext: () => void
}

/** A text area with its instruction and points. */
export function SectionField({ field, kind, section, text, onWrite, onNext }: SectionFieldProps) {
  const id = fieldId(field.id)
  const points = section?.points.filter(({ kinds }) => kinds.includes(kind)) ?? []
  const press = (event: KeyboardEvent): void => {
    if (event.isComposing) return
    if (event.key === 'Escape' && event.currentTarget instanceof HTMLElement) event.currentTarget.blur()
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      onNext()
    }
  }
  return (
    <div class="field" data-points={points.length > 0}>
      <h3>
        <label for={id}>{field.title}</label>
      </h3>
      {section && <Html html={section.instruction.html} class="instruction" id={`${id}-instruction`} />}
      {points.length > 0 && (
        <ul class="points" id={`${id}-points`} aria-label={`Points of ${field.title}`}>
          {points.map(({ id: point, label, instruction }) => (
            <li key={point}>
              <b>{label}:</b> {instruction}
            </li>
          ))}
        </ul>
      )}
      <textarea
        id={id}
        rows={6}
        value={text}
        {...(section ? { 'aria-describedby': `${id}-instruction` } : {})}
        onInput={({ currentTarget }) => onWrite(currentTarget.value)}
        onKeyDown={press}
      />
    </div>
  )
}
