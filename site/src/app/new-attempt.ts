import digests from 'virtual:digests'
import menu from 'virtual:menu'
import { createAttempt } from '../core/model/attempt.ts'
import { attemptsAt } from '../core/model/library.ts'
import type { Attempt } from '../core/model/types.ts'
import type { Practice } from './practice.ts'
import type { Session } from './session.ts'

/** A new, unsaved attempt, in the mode of the last one at the drill; null when the catalog has no such drill. */
export function newAttempt(drillId: string, practice: Practice, session: Session): Attempt | null {
  const drill = menu.find(({ id }) => id === drillId)
  const current = digests.get(drillId)
  if (!drill || !current) return null
  return createAttempt({
    id: crypto.randomUUID(),
    at: session.now(),
    packageVersion: practice.version,
    drill: { ...drill, digests: current },
    practiceLoop: practice.loop,
    mode: attemptsAt(session.snapshot().library, drillId)[0]?.mode ?? 'interview',
    timer: session.snapshot().library.settings.timer,
  })
}
