import type { LoopSection } from 'audio-text-drills'
import type { Field, Kind } from '../../core/model/types.ts'
import { Html } from '../shared/html.tsx'
import { AnswerArea, fieldId } from './answer-area.tsx'
import { SectionPoints } from './section-points.tsx'

interface SectionFieldProps {
  readonly field: Field
  readonly kind: Kind
  /** Undefined for sections that the practice loop no longer has. */
  readonly section: LoopSection | undefined
  readonly text: string
  readonly onWrite: (text: string) => void
  readonly onNext: () => void
}

/** A text area with its instruction and points. */
export function SectionField({ field, kind, section, text, onWrite, onNext }: SectionFieldProps) {
  const id = fieldId(field.id)
  const points = section?.points.filter(({ kinds }) => kinds.includes(kind)) ?? []
  return (
    <div class="field" data-points={points.length > 0}>
      <h3>
        <label for={id} dir="auto">
          {field.title}
        </label>
      </h3>
      {section && <Html html={section.instruction.html} class="instruction" id={`${id}-instruction`} />}
      <SectionPoints title={field.title} points={points} withInstructions />
      <AnswerArea
        field={field}
        text={text}
        describedBy={section && `${id}-instruction`}
        onWrite={onWrite}
        onNext={onNext}
      />
    </div>
  )
}
