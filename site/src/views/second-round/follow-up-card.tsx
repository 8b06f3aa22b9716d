import type { FollowUp } from 'audio-text-drills'
import { leaveOnEscape } from '../../app/focus.ts'
import type { Grade } from '../../core/model/types.ts'
import { lengthSaid } from '../../core/speaking/said.ts'
import type { AttemptProps } from '../shared/attempt-props.ts'
import { GradeButtons } from '../shared/grade-buttons.tsx'
import { Html } from '../shared/html.tsx'
import { LearnerText } from '../shared/learner-text.tsx'
import { OtherVersions } from '../shared/other-versions.tsx'
import { Replay } from '../speaking/replay.tsx'
import { Speaking } from '../speaking/speaking.tsx'
import { FollowUpClock } from './follow-up-clock.tsx'

/** The element id of the heading of a follow-up. */
export const followUpTitleId = (followUp: string): string => `follow-up-${followUp}-title`
const answerTitleId = (followUp: string): string => `follow-up-${followUp}-answer`

/** Moves the focus to the model answer, with the learner's words above it in sight. */
function showAnswers(followUp: string): void {
  const heading = document.getElementById(answerTitleId(followUp))
  heading?.focus({ preventScroll: true })
  const pair = heading?.closest('.pair')
  if (pair && pair.getBoundingClientRect().bottom > innerHeight)
    pair.scrollIntoView({ block: 'start', behavior: 'instant' })
}

interface FollowUpCardProps extends AttemptProps {
  readonly followUp: FollowUp
  /** Which one of how many. */
  readonly name: string
  readonly isCurrent: boolean
  readonly speaks: boolean
  readonly onSpeak: () => void
  readonly onGrade: (grade: Grade | null) => void
}

/** A question of the second round: first the clock and a text area, then both answers and the grade. */
export function FollowUpCard(props: FollowUpCardProps) {
  const { attempt, act, followUp, name, isCurrent, speaks, onSpeak, onGrade } = props
  const { id, question } = followUp
  const run = attempt.followUps.find((each) => each.id === id)
  const text = run?.text.value ?? ''
  const isRevealed = run !== undefined && run.revealedAt !== null
  const reveal = (): void => {
    act({ type: 'followUpReveal', followUp: id })
    setTimeout(() => showAnswers(id))
  }
  return (
    <section class="follow-up" aria-labelledby={followUpTitleId(id)} hidden={!isCurrent}>
      <h3 id={followUpTitleId(id)} tabIndex={-1}>
        {name}
      </h3>
      <Html html={question.html} class="follow-up-question" />
      {isRevealed ? (
        <>
          <GradeButtons title={name} grade={run.grade} onGrade={onGrade} />
          <div class="pair">
            <div class="mine">
              <h4>You</h4>
              {(text.trim() !== '' || lengthSaid(attempt, id) === 0) && <LearnerText text={text} />}
              <OtherVersions versions={run.text.kept} onDiscard={null} />
              <Replay attempt={attempt} part={id} />
            </div>
            <div class="model">
              <h4 id={answerTitleId(id)} tabIndex={-1}>
                Model answer
              </h4>
              <Html html={followUp.answer.html} />
            </div>
          </div>
        </>
      ) : (
        <>
          <FollowUpClock run={run} act={act} followUp={id} />
          <label class="follow-up-field">
            <span>Your answer</span>
            <textarea
              rows={5}
              dir="auto"
              value={text}
              onInput={({ currentTarget }) =>
                act({ type: 'followUpWrite', followUp: id, text: currentTarget.value })
              }
              onKeyDown={leaveOnEscape}
            />
          </label>
          {isCurrent && (
            <Speaking {...{ attempt, act }} part={id} title={name} isOpen={speaks} onOpen={onSpeak} />
          )}
          <button type="button" class="primary" onClick={reveal}>
            Show the answer
          </button>
        </>
      )}
    </section>
  )
}
