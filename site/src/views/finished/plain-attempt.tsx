import { useApp } from '../../app/context.tsx'
import { href } from '../../app/router.ts'
import { textOf } from '../../core/attempt.ts'
import { standingText } from '../../core/upgrade.ts'
import type { PracticeProps } from '../shared/attempt-props.ts'
import { Html } from '../shared/html.tsx'
import { OwnText } from '../shared/own-text.tsx'
import { AttemptActions } from './attempt-actions.tsx'
import { TimeTable } from './time-table.tsx'

/** An attempt without the model answer: set aside before it was revealed, or at a drill that is gone. */
export function PlainAttempt({ attempt, practice, act }: PracticeProps) {
  const { session } = useApp()
  const standing = standingText(practice.resolution)
  return (
    <>
      {standing ? (
        <p class="banner">{standing}</p>
      ) : (
        <p>This attempt was set aside before the answer was revealed. It has no grade.</p>
      )}
      {practice.prompt && (
        <section class="prompt" aria-labelledby="prompt-title">
          <h2 id="prompt-title">Prompt</h2>
          <Html html={practice.prompt.prompt.html} class="prompt-text" />
        </section>
      )}
      <h2>What you wrote</h2>
      {attempt.fields.map(({ id, title }) => (
        <section key={id}>
          <h3>{title}</h3>
          <OwnText text={textOf(attempt, id)} />
        </section>
      ))}
      <TimeTable attempt={attempt} now={session.now()} />
      <AttemptActions attempt={attempt} act={act} />
      <p>
        <a href={href('history', attempt.drillId)}>All attempts at this drill</a>
      </p>
    </>
  )
}
