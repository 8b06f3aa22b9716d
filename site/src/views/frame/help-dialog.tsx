import { useEffect, useRef } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'

export interface HelpDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

const groups = [
  {
    title: 'Everywhere',
    keys: [
      ['?', 'this help'],
      ['h', 'all drills'],
      ['r', 'what is due'],
      ['/', 'search, on the list of drills'],
    ],
  },
  {
    title: 'While you practise',
    keys: [
      ['Esc', 'leave the text area, so that the keys below work'],
      ['w', 'write in the current phase'],
      ['s', 'start, pause, resume'],
      ['n', 'next phase'],
      ['b', 'previous phase'],
      ['1', 'one more minute'],
      ['5', 'five more minutes'],
      ['t', 'turn the limit off or on'],
      ['c', 'show or hide the clock'],
      ['p', 'show or hide the prompt'],
      ['l', 'say how much time is left'],
      ['v', 'record what you say, stop recording'],
    ],
  },
  {
    title: 'Within the text as well',
    keys: [
      ['Ctrl Enter', 'next phase'],
      ['Alt p', 'show or hide the prompt'],
      ['Alt v', 'record what you say, stop recording'],
      ['Alt Enter', 'move the clock to the phase you write in'],
    ],
  },
  {
    title: 'While you grade, and in the second round',
    keys: [
      ['1 – 3', 'met, partly, not met; the next one opens'],
      ['← →', 'previous, next'],
    ],
  },
  {
    title: 'While you repeat criteria',
    keys: [
      ['m', 'show the model answer'],
      ['1 – 4', 'again, hard, good, easy'],
    ],
  },
  {
    title: 'While you grade a sample answer',
    keys: [
      ['1 – 3', 'met, partly, not met'],
      ['b', 'the criterion before'],
    ],
  },
] as const

/** The list of keyboard shortcuts. */
export function HelpDialog({ isOpen, onClose }: HelpDialogProps) {
  const { library, session } = useApp()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (!isOpen || dialog.current?.open !== false) return
    dialog.current.showModal()
    // Start reading at the top: the first focusable element is at the end.
    dialog.current.querySelector('h2')?.focus()
  }, [isOpen])
  return (
    <dialog ref={dialog} class="help" aria-labelledby="help-title" onClose={onClose}>
      <h2 id="help-title" tabIndex={-1}>
        Keyboard
      </h2>
      <p>
        Everything can be reached with <kbd>Tab</kbd>. These keys are quicker. Those of a single letter do
        nothing while you type.
      </p>
      <p>
        A screen reader may keep single letters for itself while it browses; switch to its focus mode, or let
        it pass the next key on.
      </p>
      {groups.map(({ title, keys }) => (
        <section key={title}>
          <h3>{title}</h3>
          <dl class="keys">
            {keys.map(([key, words]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{words}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <label class="check">
        <input
          type="checkbox"
          checked={library.settings.shortcuts}
          onChange={({ currentTarget }) => session.set({ shortcuts: currentTarget.checked })}
        />
        Single-key shortcuts are on
      </label>
      <button type="button" class="primary" onClick={() => dialog.current?.close()}>
        Close
      </button>
    </dialog>
  )
}
