import type { Drill } from 'audio-text-drills'
import { useState } from 'preact/hooks'
import { textForReviewer } from '../../app/reviewing.ts'
import type { Attempt } from '../../core/model/types.ts'
import { copyText } from '../../platform/clipboard.ts'

interface CopyForReviewerProps {
  readonly attempt: Attempt
  readonly drill: Drill
}

type State =
  | { readonly name: 'idle' | 'copied' | 'failed' }
  /** The browser refuses to copy, so the learner does. */
  | { readonly name: 'shown'; readonly text: string }

/** Selects the text as soon as it is there. */
function selectAll(area: HTMLTextAreaElement | null): void {
  area?.focus()
  area?.select()
}

/** Copies prompt, criteria and answer as one text, for a friend or a language model. */
export function CopyForReviewer({ attempt, drill }: CopyForReviewerProps) {
  const [state, setState] = useState<State>({ name: 'idle' })
  const copy = async (): Promise<void> => {
    try {
      const text = await textForReviewer(drill, attempt)
      setState((await copyText(text)) ? { name: 'copied' } : { name: 'shown', text })
    } catch {
      setState({ name: 'failed' })
    }
  }
  return (
    <div>
      <p>
        Ask a friend, or any language model, to grade your answer. The text to copy holds the prompt, what
        each criterion asks for, and your answer. Nothing is sent from here: it leaves this browser only when
        you paste it somewhere.
      </p>
      <button type="button" class="primary" onClick={() => void copy()}>
        Copy for a reviewer
      </button>
      <p role="status">
        {state.name === 'copied' && 'Copied. Paste it to whoever is to review it.'}
        {state.name === 'shown' &&
          'This browser did not allow copying. The text below is selected: copy it by hand.'}
      </p>
      {state.name === 'failed' && (
        <p role="alert">
          The text could not be made: your answer may be too long, or the connection is gone.
        </p>
      )}
      {state.name === 'shown' && (
        <label class="note">
          <span>Text for a reviewer</span>
          <textarea rows={8} readOnly value={state.text} ref={selectAll} />
        </label>
      )}
    </div>
  )
}
