import type { Assessment, Drill } from 'audio-text-drills'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { answerRead } from '../core/model/attempt.ts'
import type { Attempt, Millis } from '../core/model/types.ts'
import type { Practice } from './practice.ts'

/** How long the text must rest before it is read again: reading a long one takes longer than a key may. */
const rest: Millis = 700

/** The assessment of the learner's text; null when `assess` rejects it, for example because it is too long. */
function assessment({ assess }: Practice, attempt: Attempt, drill: Drill): Assessment | null {
  try {
    return assess(answerRead(attempt), { drill })
  } catch {
    return null
  }
}

/** What the package finds in the learner's text, some time after the last change. */
export function useAssessment(practice: Practice, attempt: Attempt, drill: Drill): Assessment | null {
  const [read, setRead] = useState(attempt)
  const isRead = read.id === attempt.id && read.texts === attempt.texts
  useEffect(() => {
    if (isRead) return undefined
    const id = setTimeout(() => setRead(attempt), rest)
    return () => clearTimeout(id)
  }, [isRead, attempt.texts])
  return useMemo(() => assessment(practice, read, drill), [practice, read, drill])
}
