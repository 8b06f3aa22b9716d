import { useState } from 'preact/hooks'
import { useApp } from '../../app/context.tsx'
import { plural } from '../../app/words.ts'
import type { Stored } from '../../core/store.ts'
import { ConfirmButton } from '../shared/confirm-button.tsx'

/** Deletes everything, after a question. */
export function WipePanel() {
  const { library, session } = useApp()
  const [outcome, setOutcome] = useState<Stored<null> | null>(null)
  const wipe = async (): Promise<void> => {
    setOutcome(await session.wipe())
  }
  return (
    <section aria-labelledby="wipe-title">
      <h2 id="wipe-title">Delete everything</h2>
      <p>Attempts, cards, reviews and settings. This can’t be undone; an exported file brings them back.</p>
      <ConfirmButton
        class="danger"
        label="Delete everything"
        question={`${plural(library.attempts.length, 'attempt')} with all texts will be gone from this browser. Have you exported them?`}
        confirm="Delete everything"
        cancel="Keep it"
        onConfirm={() => void wipe()}
      />
      <p role="status">
        {outcome?.ok === true && library.attempts.length === 0 && 'Everything was deleted.'}
        {outcome?.ok === false && `Nothing was deleted. ${outcome.error.message}`}
      </p>
    </section>
  )
}
