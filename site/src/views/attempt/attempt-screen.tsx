import { useEffect, useRef, useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { idLabel, kindLabels } from '../../app/format.ts'
import { href } from '../../app/router.ts'
import { stageOf } from '../../core/model/attempt.ts'
import { attemptsAt } from '../../core/model/library.ts'
import { plural } from '../../core/model/plural.ts'
import { holdLock, type LockState } from '../../platform/lock.ts'
import { printPage } from '../../platform/print.ts'
import { ReadOnlyAttempt } from '../finished/read-only-attempt.tsx'
import { RevealedAttempt } from '../grading/revealed-attempt.tsx'
import { LockContext } from '../shared/acting.tsx'
import type { Act, PracticeProps } from '../shared/attempt-props.ts'
import { PageTitle } from '../shared/page-title.tsx'
import { Writing } from '../writing/writing.tsx'
import { AbsencePrompt } from './absence-prompt.tsx'
import { useLockFocus } from './use-lock-focus.ts'
import { Worksheet } from './worksheet.tsx'

type AttemptScreenProps = Omit<PracticeProps, 'act'>

/** Shows an attempt in the view for its stage, and locks it while another tab has it open. */
export function AttemptScreen({ attempt, practice }: AttemptScreenProps) {
  const { session } = useApp()
  const isOpen = attempt.finishedAt === null
  // The drill and not the attempt: a second tab may be opened before it can know of the attempt in the first one.
  const { state, takeOver } = useLock(isOpen ? 'drill' : 'attempt', isOpen ? attempt.drillId : attempt.id)
  const isElsewhere = state === 'elsewhere'
  const taker = useRef<HTMLButtonElement>(null)
  useLockFocus(state, taker)
  // The fieldset disables buttons and fields, but shortcuts still fire.
  const act: Act = (action, at) => (isElsewhere ? attempt : session.act(attempt, action, at))
  return (
    <>
      <Title attempt={attempt} practice={practice} />
      {isElsewhere && (
        <div class="banner banner-bad" role="alert">
          <p>
            This attempt is open in another tab. It {isOpen ? 'is' : 'can be read but is'} locked here so that
            the two don’t overwrite each other.
          </p>
          <button ref={taker} type="button" onClick={takeOver}>
            Write here instead
          </button>
        </div>
      )}
      <LockContext.Provider value={state}>
        {/* After the reveal what is locked stands in fieldsets of its own, so that all of it can still be read. */}
        <fieldset class="attempt" disabled={isElsewhere && attempt.revealedAt === null}>
          <AbsencePrompt attempt={attempt} act={act} />
          <Stage attempt={attempt} practice={practice} act={act} />
        </fieldset>
      </LockContext.Provider>
      <Worksheet attempt={attempt} practice={practice} />
    </>
  )
}

function Stage(props: PracticeProps) {
  const { attempt, practice } = props
  const [hidden] = useState(attempt.revealedAt === null ? attempt.id : null)
  if (attempt.revealedAt !== null)
    return <RevealedAttempt {...props} isJustRevealed={hidden === attempt.id} />
  const isOver = stageOf(attempt) === 'finished'
  return isOver || !practice.prompt ? <ReadOnlyAttempt {...props} /> : <Writing {...props} />
}

function Title({ attempt, practice }: AttemptScreenProps) {
  const { library } = useApp()
  const { drillId, kind } = attempt
  const title = practice.prompt?.title ?? attempt.title
  const others = attemptsAt(library, drillId).filter(({ id }) => id !== attempt.id).length
  const facts = [
    kindLabels[kind],
    ...(practice.prompt ? [`${practice.prompt.minutes} min`, idLabel(practice.prompt.difficulty)] : []),
  ]
  return (
    <div class="drill-title">
      <PageTitle title={title} />
      <div class="facts">
        <span>{facts.join(' · ')}</span>
        {others > 0 && <a href={href('history', drillId)}>{plural(others, 'earlier attempt')}</a>}
        <button type="button" class="text-button" onClick={() => printPage('worksheet')}>
          <span>
            Print<span class="wide-only"> as a</span> worksheet
          </span>
        </button>
        {attempt.revealedAt !== null && (
          <button type="button" class="text-button" onClick={() => printPage('page')}>
            <span>
              Print<span class="wide-only"> with the</span> answer
            </span>
          </button>
        )}
      </div>
    </div>
  )
}

/**
 * Locks something for this tab, so that two tabs don't overwrite each other's work.
 * @returns the state of the lock, and a function that takes it over from another tab
 */
function useLock(kind: 'drill' | 'attempt', id: string): { readonly state: LockState; takeOver: () => void } {
  const name = `${kind}:${location.pathname}:${id}`
  const [told, setTold] = useState<{ readonly name: string; readonly state: LockState } | null>(null)
  const [steals, setSteals] = useState({ name, count: 0 })
  // What was taken over may be another attempt than the one on the screen by now.
  const count = steals.name === name ? steals.count : 0
  useEffect(() => holdLock(name, count > 0, (state) => setTold({ name, state })), [name, count])
  return {
    state: told?.name === name ? told.state : 'unknown',
    takeOver: () => setSteals({ name, count: count + 1 }),
  }
}
