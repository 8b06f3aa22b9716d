import substances from 'virtual:substances'
import { useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { focusTitle } from '../../app/focus.ts'
import { dateTimeText, hoursText, titleOf } from '../../app/format.ts'
import { href, navigate, type PageProps } from '../../app/router.ts'
import { useFinish } from '../../app/use-finish.ts'
import { markWords } from '../../core/grading/mark.ts'
import { secondRoundText } from '../../core/grading/second-round.ts'
import { attemptsAt, hidesEarlierAttempts } from '../../core/model/library.ts'
import { plural } from '../../core/model/plural.ts'
import { stageWords } from '../../core/model/stage-words.ts'
import { type AttemptSummary, historyOf } from '../../core/progress/progress.ts'
import { isSubstanceChanged } from '../../core/storage/changes-since.ts'
import { ConfirmButton } from '../shared/confirm-button.tsx'
import { DeleteAttemptButton } from '../shared/delete-attempt-button.tsx'
import { NotFetched } from '../shared/not-fetched.tsx'
import { PageTitle } from '../shared/page-title.tsx'
import { ScheduledCards } from '../shared/scheduled-cards.tsx'
import { UnknownHistory } from './unknown-history.tsx'

/** All attempts at a drill, and its scheduled cards. */
export function HistoryPage({ args: [drillId = ''] }: PageProps) {
  const { library } = useApp()
  const isKnown =
    substances.has(drillId) ||
    [...library.attempts, ...library.cards].some((each) => each.drillId === drillId)
  return isKnown ? <History drillId={drillId} /> : <UnknownHistory drillId={drillId} />
}

function History({ drillId }: { readonly drillId: string }) {
  const { library, session } = useApp()
  const [message, setMessage] = useState('')
  const attempts = attemptsAt(library, drillId)
  const title = substances.has(drillId) ? titleOf(drillId) : (attempts[0]?.title ?? titleOf(drillId))
  const isHidden = hidesEarlierAttempts(library, drillId)
  const history = historyOf(library, drillId, session.now())
  const cards = library.cards.filter((card) => card.drillId === drillId)
  const graded = history.filter(({ finishedAt }) => finishedAt !== null)
  const [last, before] = graded
  return (
    <>
      <PageTitle title={`History: ${title}`}>
        <small class="over-title">History</small> {title}
      </PageTitle>
      {isHidden && (
        <p class="banner">
          A fresh attempt is open, so what you wrote before is hidden until you reveal the answer or finish.
        </p>
      )}
      <h2>{plural(history.length, 'attempt')}</h2>
      <ol class="history">
        {history.map((summary) => (
          <HistoryLine
            key={summary.id}
            summary={summary}
            isLinked={!isHidden || summary.finishedAt === null}
            isChanged={isSubstanceChanged(summary, substances.get(drillId))}
            onDeleted={() => {
              setMessage('The attempt was deleted.')
              focusTitle()
            }}
          />
        ))}
      </ol>
      <p role="status">{message}</p>
      <div class="buttons">
        {last && before && !isHidden && (
          <a class="button" href={href('compare', before.id, last.id)}>
            Compare two attempts
          </a>
        )}
        <FreshAttempt drillId={drillId} />
      </div>
      <h2>Scheduled</h2>
      {cards.length === 0 ? (
        <p>Nothing is scheduled until an attempt is graded.</p>
      ) : (
        <ScheduledCards cards={cards} withDrill={false} />
      )}
    </>
  )
}

interface HistoryLineProps {
  readonly summary: AttemptSummary
  readonly isLinked: boolean
  /** The answer or the criteria are others by now. */
  readonly isChanged: boolean
  readonly onDeleted: () => void
}

function HistoryLine({ summary, isLinked, isChanged, onDeleted }: HistoryLineProps) {
  const { id, createdAt, stage, score, spent, mark, secondRound, revealedBeforeWriting } = summary
  const date = dateTimeText(createdAt)
  return (
    <li>
      {isLinked ? <a href={href('attempt', id)}>{date}</a> : <span>{date}</span>}
      <span>
        {stage === 'finished' ? (score ? `${score.total} of 100` : 'not graded') : stageWords[stage]}
      </span>
      <span class="quiet">
        {hoursText(spent)}
        {mark && ` · ${markWords[mark]}`}
        {secondRound && ` · ${secondRoundText(secondRound)}`}
        {score && revealedBeforeWriting && ' · revealed before writing'}
        {score && isChanged && ' · the drill has changed since'}
      </span>
      <DeleteAttemptButton attempt={summary} isListed={true} onDeleted={onDeleted} />
    </li>
  )
}

/** Starts a fresh attempt; finishes an open one first. */
function FreshAttempt({ drillId }: { readonly drillId: string }) {
  const { library } = useApp()
  const { end, hasFailed } = useFinish()
  const open = attemptsAt(library, drillId).filter(({ finishedAt }) => finishedAt === null)
  if (!substances.has(drillId)) return null
  if (open.length === 0) {
    return (
      <a class="button primary" href={href('drill', drillId)}>
        Fresh attempt
      </a>
    )
  }
  const start = (): Promise<void> => end(open, () => navigate(href('drill', drillId)))
  return (
    <>
      <a class="button primary" href={href('drill', drillId)}>
        Continue
      </a>
      <ConfirmButton
        label="Fresh attempt"
        question="The open attempt will be finished as it is. What you wrote is kept, but hidden while the fresh attempt is open."
        confirm="Start afresh"
        cancel="Keep it open"
        onConfirm={() => void start()}
      />
      {hasFailed && <NotFetched />}
    </>
  )
}
