import menu from 'virtual:menu'
import { useApp } from '../../app/app-context.ts'
import { href } from '../../app/router.ts'
import { useNow } from '../../app/use-now.ts'
import { clockText } from '../../core/model/duration.ts'
import { newestOpen } from '../../core/model/library.ts'
import { currentPhase, remaining } from '../../core/model/timer.ts'
import type { Attempt, Instant } from '../../core/model/types.ts'

/** The way back to the attempt that is open, with what its clock says. */
export function ContinueAttempt() {
  const { library } = useApp()
  const attempt = newestOpen(library)
  const now = useNow(attempt?.clock.running === true)
  if (attempt === undefined) return null
  const isPublished = menu.some(({ id }) => id === attempt.drillId)
  return (
    <div class="banner continue">
      <p>
        Continue:{' '}
        <a href={isPublished ? href('drill', attempt.drillId) : href('history', attempt.drillId)} dir="auto">
          {attempt.title}
        </a>
        , {stateText(attempt, now, library.settings.timerHidden)}
      </p>
    </div>
  )
}

function stateText(attempt: Attempt, now: Instant, isHidden: boolean): string {
  if (attempt.revealedAt !== null) return 'to be graded'
  const left = remaining(attempt, now)
  if (left === null || isHidden) return attempt.clock.running ? 'its clock is running' : 'open'
  const title = attempt.phases.length > 1 ? currentPhase(attempt)?.title : undefined
  const place = title === undefined ? '' : ` in ${title}`
  const phase = `${left < 0 ? `${clockText(-left)} over` : `${clockText(left)} left`}${place}`
  return attempt.clock.running ? phase : `paused with ${phase}`
}
