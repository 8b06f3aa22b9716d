import { useEffect } from 'preact/hooks'
import { clockText } from '../core/model/duration.ts'
import { remaining, spentIn } from '../core/model/timer.ts'
import type { Attempt } from '../core/model/types.ts'
import { useApp } from './app-context.ts'

/**
 * Puts the time left before the title of the document while the clock runs, and a dot while it is recorded; takes them away
 * afterwards.
 */
export function useTitleClock(attempt: Attempt, isRecording: boolean): void {
  const { library, session } = useApp()
  const hasClock = attempt.clock.running && !library.settings.timerHidden
  useEffect(() => {
    if (!hasClock && !isRecording) return undefined
    const title = document.title
    const sign = isRecording ? '● ' : ''
    let timer = 0
    const show = (): void => {
      if (!hasClock) {
        document.title = `${sign}${title}`
        return
      }
      const now = session.now()
      const left = remaining(attempt, now)
      const figure = left ?? spentIn(attempt, attempt.phase, now)
      document.title = `${sign}${clockText(figure)}${left !== null && left < 0 ? ' over' : ''} · ${title}`
      // Up to the next full second of the figure, which is rounded up.
      timer = window.setTimeout(show, (((left ?? -figure) % 1000) + 1000) % 1000 || 1000)
    }
    show()
    return () => {
      clearTimeout(timer)
      document.title = title
    }
  }, [
    hasClock,
    isRecording,
    attempt.clock,
    attempt.phase,
    attempt.timer,
    attempt.phases,
    attempt.title,
    session,
  ])
}
