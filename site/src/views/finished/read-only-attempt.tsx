import { useApp } from '../../app/app-context.ts'
import { href } from '../../app/router.ts'
import { fieldsInOrder } from '../../core/grading/answer-pairs.ts'
import { textOf } from '../../core/model/attempt.ts'
import { resolutionText } from '../../core/storage/upgrade.ts'
import type { PracticeProps } from '../shared/attempt-props.ts'
import { Html } from '../shared/html.tsx'
import { LearnerText } from '../shared/learner-text.tsx'
import { Replay } from '../speaking/replay.tsx'
import { AttemptActions } from './attempt-actions.tsx'
import { GivenGrades } from './given-grades.tsx'
import { TimeTable } from './time-table.tsx'

/** An attempt without the model answer: it was set aside before the reveal, or its drill is no longer published. */
export function ReadOnlyAttempt({ attempt, practice, act }: PracticeProps) {
  const { session } = useApp()
  const reason = resolutionText(practice.resolution)
  return (
    <>
      {reason ? (
        <p class="banner">{reason}</p>
      ) : (
        <p class="set-aside">This attempt was set aside before the answer was revealed. It has no grade.</p>
      )}
      {practice.prompt && (
        <section class="prompt" aria-labelledby="prompt-title">
          <h2 id="prompt-title">Prompt</h2>
          <Html html={practice.prompt.prompt.html} class="prompt-text" />
        </section>
      )}
      <h2>What you wrote</h2>
      {fieldsInOrder(attempt).map(({ id, title }) => (
        <section key={id}>
          <h3 dir="auto">{title}</h3>
          <LearnerText text={textOf(attempt, id)} />
        </section>
      ))}
      <Replay attempt={attempt} />
      {attempt.revealedAt !== null && <GivenGrades attempt={attempt} />}
      <TimeTable attempt={attempt} now={session.now()} />
      <AttemptActions attempt={attempt} act={act} />
      <p>
        <a href={href('history', attempt.drillId)}>All attempts at this drill</a>
      </p>
    </>
  )
}
