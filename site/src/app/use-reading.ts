import { useEffect, useRef } from 'preact/hooks'
import { attemptsAt } from '../core/model/library.ts'
import type { Attempt, Millis } from '../core/model/types.ts'
import { useApp } from './app-context.ts'

/** Readings closer together than this count as one. */
const step: Millis = 10_000

/** Records when the answer was last on the screen: as it comes, when the page is seen again, and when it goes. */
export function useReading({ id, drillId }: Attempt, record: () => void): void {
  const { session } = useApp()
  const newest = useRef(record)
  newest.current = record
  useEffect(() => {
    const look = (): void => {
      const { library } = session.snapshot()
      const attempt = library.attempts.find((each) => each.id === id)
      // A deleted attempt must not come back.
      if (!attempt || session.now() - (attempt.readAt ?? 0) < step) return
      // Only the last reading is kept, and an open attempt needs to know of the one before it began.
      const isOpen = ({ finishedAt, revision }: Attempt): boolean => finishedAt === null && revision > 0
      if (attemptsAt(library, drillId).some((other) => other.id !== id && isOpen(other))) return
      newest.current()
    }
    look()
    document.addEventListener('visibilitychange', look)
    addEventListener('pagehide', look)
    return () => {
      document.removeEventListener('visibilitychange', look)
      removeEventListener('pagehide', look)
      look()
    }
  }, [id, drillId, session])
}
