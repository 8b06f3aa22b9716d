import { useApp } from '../../app/app-context.ts'
import { leaveOnEscape } from '../../app/focus.ts'
import { markReason } from '../../core/grading/mark.ts'
import { scoreOf } from '../../core/grading/score.ts'
import { ScoreLine } from '../finished/score-line.tsx'
import type { PracticeProps } from '../shared/attempt-props.ts'
import { OtherVersions } from '../shared/other-versions.tsx'

/** The learner's note and, while the attempt is open, the current score and what finishing does. */
export function FinishBlock({ attempt, act, practice }: PracticeProps) {
  const { library } = useApp()
  const isOpen = attempt.finishedAt === null
  const mark = isOpen ? markReason(library, attempt) : null
  return (
    <section class="finish" aria-labelledby="finish-title">
      <h2 id="finish-title">Note</h2>
      <label class="note">
        <span>Note to yourself for next time</span>
        <textarea
          dir="auto"
          rows={3}
          value={attempt.note.value}
          onInput={({ currentTarget }) => act({ type: 'note', text: currentTarget.value })}
          onKeyDown={leaveOnEscape}
        />
      </label>
      <OtherVersions
        versions={attempt.note.kept}
        onDiscard={(text) => act({ type: 'discard', field: null, text })}
      />
      {isOpen && (
        <>
          <ScoreLine attempt={attempt} score={scoreOf(practice, attempt)} />
          {mark === null ? (
            <p class="quiet">
              Finishing schedules the drill again and makes a card for each criterion you missed.
            </p>
          ) : (
            <p class="mark-notice">{mark}</p>
          )}
        </>
      )}
    </section>
  )
}
