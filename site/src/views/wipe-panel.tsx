import { useState } from 'preact/hooks'
import { useApp } from '../app/context.tsx'
import { plural } from '../app/words.ts'
import { ConfirmButton } from './confirm-button.tsx'

/** Deletes everything, after a question. */
export function WipePanel() {
  const { library, session } = useApp()
  const [message, setMessage] = useState('')
  const wipe = async (): Promise<void> => {
    const result = await session.wipe()
    setMessage(result.ok ? 'Everything was deleted.' : `Nothing was deleted. ${result.error.message}`)
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
      <p role="status">{message}</p>
    </section>
  )
}
