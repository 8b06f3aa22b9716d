import { useApp } from '../../app/app-context.ts'
import { dateTimeText, dueText } from '../../app/format.ts'
import { planDayText } from '../../app/plan-day-text.ts'
import { href } from '../../app/router.ts'
import { useSchedule } from '../../app/use-schedule.ts'
import { followUpsLeft } from '../../core/grading/second-round.ts'
import { dateOf, startOfDay } from '../../core/model/day.ts'
import { plural } from '../../core/model/plural.ts'
import type { Schedule } from '../../core/plan/plan-types.ts'
import { plannedFor } from '../../core/plan/planned-for.ts'
import { findCard } from '../../core/schedule/cards.ts'
import type { AttemptProps } from '../shared/attempt-props.ts'
import { AttemptActions } from './attempt-actions.tsx'
import { ScoreLine } from './score-line.tsx'
import { TimeTable } from './time-table.tsx'

interface SummaryProps extends AttemptProps {
  readonly followUps: readonly { readonly id: string }[]
  readonly onSecondRound: () => void
}

/** The score and times of a finished attempt, when the drill is due again, and what comes next. */
export function Summary({ attempt, act, followUps, onSecondRound }: SummaryProps) {
  const { library, session } = useApp()
  const now = session.now()
  const { dayStart, plan } = library.settings
  const today = dateOf(now, dayStart)
  const isPlanned = plan !== null && today < plan.date
  const schedule = useSchedule(isPlanned ? plan : null)
  const card = findCard(library, attempt.drillId, null)
  const criteria = library.cards.filter(
    ({ drillId, criterion }) => drillId === attempt.drillId && criterion !== null,
  )
  return (
    <section class="summary" aria-labelledby="summary-title">
      <h2 id="summary-title">Attempt of {dateTimeText(attempt.startedAt ?? attempt.createdAt)}</h2>
      <div class="summary-body">
        <div>
          <ScoreLine attempt={attempt} score={attempt.score} followUps={followUps.length} />
          {card && (
            <p>
              {isPlanned
                ? plannedText(schedule, attempt.drillId, today)
                : `The drill ${card.memory.due < startOfDay(now, dayStart) ? 'was' : 'is'} ${dueText(card.memory.due, now, dayStart)}`}
              {criteria.length > 0 &&
                `${isPlanned ? '; it has' : ', with'} ${plural(criteria.length, 'criterion', 'criteria')} on cards`}
              . <a href={href('history', attempt.drillId)}>History and due dates</a>
            </p>
          )}
        </div>
        <TimeTable attempt={attempt} now={now} />
      </div>
      <AttemptActions
        attempt={attempt}
        act={act}
        followUpsLeft={followUpsLeft(attempt, followUps)}
        onSecondRound={onSecondRound}
      />
    </section>
  )
}

/** When a plan repeats a drill as things stand, whatever date its card has. What is done until then may move the day. */
function plannedText(schedule: Schedule | null, drillId: string, today: string): string {
  if (schedule === null) return 'The plan says when the drill comes again'
  const date = plannedFor(schedule, drillId)
  if (date === null) return 'The plan as it stands does not repeat the drill'
  const words = `The drill is planned again for ${planDayText(date, today)}`
  return date === today ? words : `${words}, a day that may move`
}
