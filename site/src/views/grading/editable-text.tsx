import { useState } from 'preact/hooks'
import { focusIfLost, leaveOnEscape } from '../../app/focus.ts'
import { LearnerText } from '../shared/learner-text.tsx'

interface EditableTextProps {
  readonly id: string
  readonly title: string
  readonly text: string
  /** Whether it was recorded as well, so that an empty text is no empty answer. */
  readonly isSaid: boolean
  /** Null when read-only. */
  readonly onWrite: ((text: string) => void) | null
}

/** The learner's text, still editable; edits after the reveal are noted beside the score. */
export function EditableText({ id, title, text, isSaid, onWrite }: EditableTextProps) {
  const [isEditing, setEditing] = useState(false)
  if (!isEditing || !onWrite) {
    return (
      <>
        {(text.trim() !== '' || !isSaid) && <LearnerText text={text} />}
        {onWrite && (
          <button
            type="button"
            class="text-button"
            aria-label={`Change ${title}`}
            onClick={() => setEditing(true)}
          >
            Change
          </button>
        )}
      </>
    )
  }
  return (
    <>
      <textarea
        dir="auto"
        rows={6}
        value={text}
        aria-label={title}
        aria-describedby={`edit-${id}`}
        ref={focusIfLost}
        onInput={({ currentTarget }) => onWrite(currentTarget.value)}
        onKeyDown={leaveOnEscape}
      />
      <p class="quiet" id={`edit-${id}`}>
        Changes after the reveal are noted beside your score.
      </p>
      <button type="button" class="text-button" onClick={() => setEditing(false)}>
        Done
      </button>
    </>
  )
}
