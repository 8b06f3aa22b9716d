import { useContext, useEffect, useRef, useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { useShortcuts } from '../../app/use-shortcuts.ts'
import { followUpsLeft, secondRoundOf, secondRoundText } from '../../core/grading/second-round.ts'
import type { Attempt, Grade } from '../../core/model/types.ts'
import { focusStep } from '../grading/marked-phrases.ts'
import { Acting, LockContext } from '../shared/acting.tsx'
import type { RevealedProps } from '../shared/attempt-props.ts'
import { GradeSign } from '../shared/grade-sign.tsx'
import { NextTask } from '../shared/next-task.tsx'
import { FollowUpCard, followUpTitleId } from './follow-up-card.tsx'

interface SecondRoundProps extends RevealedProps {
  /** Whether the keys are for this part of the page. */
  readonly isActive: boolean
}

const runOf = ({ followUps }: Attempt, id: string) => followUps.find((run) => run.id === id)

/** The interviewer's next questions, one by one, each with a clock of its own. */
export function SecondRound({ attempt, act, drill, isActive }: SecondRoundProps) {
  const { session } = useApp()
  const { followUps } = drill
  const isUngraded = (of: Attempt, id: string): boolean => (runOf(of, id)?.grade ?? null) === null
  const [opened, setOpened] = useState<string | null>(null)
  const [speaks, setSpeaks] = useState(Object.keys(attempt.spoken).length > 0)
  const index = Math.max(
    0,
    followUps.findIndex(({ id }) => (opened === null ? isUngraded(attempt, id) : id === opened)),
  )
  const current = followUps[index]
  const isRunning = attempt.followUps.some(({ since }) => since !== null)
  const lock = useContext(LockContext)
  const newest = useRef(act)
  newest.current = act
  const looked = useRef('')
  useEffect(() => {
    if (lock === 'unknown' || looked.current === attempt.id) return
    looked.current = attempt.id
    // Left running by a page that was closed, and not by another tab: nobody knows how long one thought.
    if (lock === 'held' && isRunning)
      act({ type: 'followUpStop' }, Math.min(attempt.updatedAt, session.now()))
  }, [attempt.id, lock])
  useEffect(() => {
    if (!isActive || lock !== 'held') return undefined
    const stop = (): void => void newest.current({ type: 'followUpStop' })
    addEventListener('pagehide', stop)
    return () => {
      removeEventListener('pagehide', stop)
      stop()
    }
  }, [attempt.id, isActive, lock])
  const open = (at: number): void => {
    const next = followUps[at]
    if (!next) return
    act({ type: 'followUpStop' })
    setOpened(next.id)
    setTimeout(() => focusStep(followUpTitleId(next.id)))
  }
  const grade = (followUp: string, given: Grade | null): void => {
    const next = act({
      type: 'followUpGrade',
      followUp,
      grade: given,
      of: followUps.map(({ id }) => id),
    })
    if (given === null) return
    const others = [...followUps.slice(index + 1), ...followUps.slice(0, index)]
    const left = others.find(({ id }) => isUngraded(next, id))
    if (left) open(followUps.indexOf(left))
    else setOpened(followUp)
  }
  const isRevealed = current && (runOf(attempt, current.id)?.revealedAt ?? null) !== null
  const gradeBy = (given: Grade) => () => current && grade(current.id, given)
  useShortcuts(
    isActive
      ? {
          ...(isRevealed ? { 1: gradeBy('met'), 2: gradeBy('partly'), 3: gradeBy('not') } : {}),
          arrowleft: () => open(index - 1),
          arrowright: () => open(index + 1),
        }
      : {},
  )
  const counts = secondRoundOf(attempt)
  const isDone = followUpsLeft(attempt, followUps) === 0
  return (
    <section class="second-round" aria-labelledby="second-round-title">
      <h2 id="second-round-title" class="visually-hidden">
        Second round
      </h2>
      <p class="quiet">Two minutes for each question, counted apart from the score of 100.</p>
      <ol class="follow-up-map" aria-label="Follow-ups">
        {followUps.map(({ id }, at) => (
          <li key={id}>
            <button
              type="button"
              class="map-step"
              aria-label={`Follow-up ${at + 1}`}
              {...(at === index ? { 'aria-current': 'step' as const } : {})}
              onClick={() => open(at)}
            >
              {at + 1} <GradeSign grade={runOf(attempt, id)?.grade ?? null} />
            </button>
          </li>
        ))}
      </ol>
      <Acting>
        {followUps.map((followUp, at) => (
          <FollowUpCard
            key={followUp.id}
            attempt={attempt}
            act={act}
            followUp={followUp}
            name={`Follow-up ${at + 1} of ${followUps.length}`}
            isCurrent={at === index}
            speaks={speaks}
            onSpeak={() => setSpeaks(true)}
            onGrade={(given) => grade(followUp.id, given)}
          />
        ))}
      </Acting>
      <p class="second-round-sum" role="status">
        {counts &&
          `${isDone ? 'That was the' : 'So far in the'} ${secondRoundText(counts, followUps.length)}.`}
      </p>
      {isDone && isActive && attempt.finishedAt !== null && <NextTask drillId={attempt.drillId} />}
    </section>
  )
}
