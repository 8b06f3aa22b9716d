import { useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { focusTitle } from '../../app/focus.ts'
import { finish } from '../../app/practice.ts'
import { href, navigate } from '../../app/router.ts'
import { scoreOf } from '../../core/score.ts'
import { ScoreLine } from '../finished/score-line.tsx'
import type { PracticeProps } from '../shared/attempt-props.ts'
import { OtherVersions } from './editable-text.tsx'

/** The learner's note, the current score and the button that finishes the attempt. */
export function FinishBlock({ attempt, act, practice }: PracticeProps) {
  const { session } = useApp()
  const [isBroken, setBroken] = useState(false)
  const isOpen = attempt.finishedAt === null
  const end = async (): Promise<void> => {
    try {
      await finish(session, attempt)
      navigate(href('attempt', attempt.id))
      focusTitle()
    } catch {
      setBroken(true)
    }
  }
  return (
    <section class="finish" aria-labelledby="finish-title">
      <h2 id="finish-title">{isOpen ? 'Finish' : 'Note'}</h2>
      <label class="note">
        <span>Note to yourself for next time</span>
        <textarea
          dir="auto"
          rows={3}
          value={attempt.note.value}
          onInput={({ currentTarget }) => act({ type: 'note', text: currentTarget.value })}
        />
      </label>
      <OtherVersions
        versions={attempt.note.kept}
        onDiscard={(text) => act({ type: 'discard', field: null, text })}
      />
      {isOpen && (
        <>
          <ScoreLine attempt={attempt} score={scoreOf(practice, attempt)} />
          <p class="quiet">
            Finishing schedules the drill again and makes a card for each criterion you missed.
          </p>
          <button type="button" class="primary" onClick={() => void end()}>
            Finish and schedule the repeat
          </button>
          {isBroken && (
            <p role="alert">The scheduler could not be loaded. Check the connection and try again.</p>
          )}
        </>
      )}
    </section>
  )
}
