import { useEffect } from 'preact/hooks'
import { clockText } from '../core/model/duration.ts'
import { remaining, spentIn } from '../core/model/timer.ts'
import type { Attempt } from '../core/model/types.ts'
import { useApp } from './app-context.ts'

/** Puts the time left before the title of the document while the clock runs, and takes it away afterwards. */
export function useTitleClock(attempt: Attempt): void {
  const { library, session } = useApp()
  const isShown = attempt.clock.running && !library.settings.timerHidden
  useEffect(() => {
    if (!isShown) return undefined
    const title = document.title
    let timer = 0
    const show = (): void => {
      const now = session.now()
      const left = remaining(attempt, now)
      const figure = left ?? spentIn(attempt, attempt.phase, now)
      document.title = `${clockText(figure)}${left !== null && left < 0 ? ' over' : ''} · ${title}`
      // Up to the next full second of the figure, which is rounded up.
      timer = window.setTimeout(show, (((left ?? -figure) % 1000) + 1000) % 1000 || 1000)
    }
    show()
    return () => {
      clearTimeout(timer)
      document.title = title
    }
  }, [isShown, attempt.clock, attempt.phase, attempt.timer, attempt.phases, attempt.title, session])
}
