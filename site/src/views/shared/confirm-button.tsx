import { useRef, useState } from 'preact/hooks'
import { focusIfLost } from '../../app/focus.ts'

interface ConfirmButtonProps {
  readonly label: string
  /** What the label leaves to the context, for those who don’t see that. */
  readonly of?: string
  readonly question: string
  readonly confirm: string
  readonly cancel: string
  readonly class?: string
  readonly onConfirm: () => void
}

/** A button that asks for confirmation in place. */
export function ConfirmButton({
  label,
  of,
  question,
  confirm,
  cancel,
  class: name,
  onConfirm,
}: ConfirmButtonProps) {
  const [isAsking, setAsking] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const close = (): void => {
    setAsking(false)
    setTimeout(() => opener.current?.focus())
  }
  if (!isAsking) {
    return (
      <button ref={opener} type="button" class={name ?? ''} onClick={() => setAsking(true)}>
        {label}
        {of !== undefined && <span class="visually-hidden"> {of}</span>}
      </button>
    )
  }
  const act = (): void => {
    setAsking(false)
    onConfirm()
    // Where it is still there, and nothing else has taken the focus.
    setTimeout(() => focusIfLost(opener.current))
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div
      class="confirm"
      role="group"
      aria-label={of === undefined ? label : `${label} ${of}`}
      onKeyDown={({ key }) => key === 'Escape' && close()}
    >
      <p role="alert">{question}</p>
      <div class="buttons">
        <button type="button" class={name?.includes('danger') ? 'danger' : 'primary'} onClick={act}>
          {confirm}
        </button>
        <button type="button" ref={focusIfLost} onClick={close}>
          {cancel}
        </button>
      </div>
    </div>
  )
}
