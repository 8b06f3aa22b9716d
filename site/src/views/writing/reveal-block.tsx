import { useApp } from '../../app/app-context.ts'
import { focusTitle } from '../../app/focus.ts'
import { href, navigate } from '../../app/router.ts'
import { useFinish } from '../../app/use-finish.ts'
import { isBlank } from '../../core/model/attempt.ts'
import type { PracticeProps } from '../shared/attempt-props.ts'
import { ConfirmButton } from '../shared/confirm-button.tsx'
import { NotFetched } from '../shared/not-fetched.tsx'

/** Ends the writing: reveals the model answer, or sets the attempt aside. */
export function RevealBlock({ attempt, act }: PracticeProps) {
  const { session } = useApp()
  const { end, hasFailed } = useFinish()
  const reveal = (): void => {
    act({ type: 'reveal' })
    void session.flush()
    focusTitle()
  }
  const giveUp = (): Promise<void> => end([attempt], () => navigate(href('attempt', attempt.id)))
  return (
    <section class="reveal" aria-labelledby="reveal-title">
      <h2 id="reveal-title">When you are done</h2>
      <p>
        The model answer is not on this page yet. It is fetched when you ask for it and shown beside yours
        {attempt.phases.length > 1 && ', section by section'}. The clock then stops.
      </p>
      <div class="buttons">
        {isBlank(attempt) ? (
          <ConfirmButton
            label="Show the model answer"
            question="You have written nothing. You can show the answer now, but that is noted beside your score."
            confirm="Show it"
            cancel="Write first"
            onConfirm={reveal}
          />
        ) : (
          <button type="button" class="primary" onClick={reveal}>
            Show the model answer
          </button>
        )}
        {attempt.revision > 0 && (
          <ConfirmButton
            class="text-button"
            label="Set this attempt aside"
            question="It will be closed without a grade and kept in the history; the answer stays hidden."
            confirm="Set it aside"
            cancel="Keep writing"
            onConfirm={() => void giveUp()}
          />
        )}
      </div>
      {hasFailed && <NotFetched />}
    </section>
  )
}
