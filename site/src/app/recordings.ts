import { ownValue } from '../core/model/objects.ts'
import { success } from '../core/model/result.ts'
import type { Spoken } from '../core/model/types.ts'
import { spokenOf, type Take, takesOf } from '../core/speaking/takes.ts'
import type { Kept, RecordingStore } from '../core/storage/recording-store.ts'
import { measure } from '../platform/recordings/measure.ts'
import type { Tabs } from '../platform/tabs.ts'
import type { Session } from './session.ts'
import type { Recordings } from './speech.ts'

/** What tabs tell each other about recordings: that others are stored than before. */
type Changed = 'changed'

const isGone = (result: Kept<null>): boolean => !result.ok && result.error.reason === 'gone'

/** What a part comes to while its first take is recorded. */
const notMeasured: Spoken = { length: 0, speaking: 0, pauses: 0 }

const alone: Tabs<Changed> = { tell: () => undefined, listen: () => undefined }

export function createRecordings(
  store: RecordingStore,
  session: Session,
  tabs: Tabs<Changed> = alone,
): Recordings {
  let takes: readonly Take[] = []
  /** Ids of the takes that this tab records. */
  const live = new Set<string>()
  const listeners = new Set<() => void>()
  const update = (next: readonly Take[]): void => {
    takes = next
    for (const listener of listeners) listener()
  }
  const without = (ids: ReadonlySet<string>): readonly Take[] => takes.filter(({ id }) => !ids.has(id))
  const tellAttempts = (changed: readonly Take[]): void => {
    const parts = new Map(changed.map((take) => [`${take.attemptId}/${take.part}`, take]))
    for (const { attemptId, part } of parts.values()) {
      const attempt = session.snapshot().library.attempts.find(({ id }) => id === attemptId)
      const isRunning = takes.some(
        (take) => take.attemptId === attemptId && take.part === part && take.endedAt === null,
      )
      const spoken = spokenOf(takesOf(takes, attemptId, part)) ?? (isRunning ? notMeasured : null)
      if (attempt) session.act(attempt, { type: 'spoken', part, spoken })
    }
  }
  const forget = (gone: readonly Take[]): void => {
    for (const { id } of gone) live.delete(id)
    update(without(new Set(gone.map(({ id }) => id))))
    tellAttempts(gone)
  }
  const wordsOf = ({ id, words }: Take): number => takes.find((take) => take.id === id)?.words ?? words
  const adopt = (added: readonly Take[]): void => {
    for (const { id, endedAt } of added) {
      if (endedAt === null) live.add(id)
      else live.delete(id)
    }
    update([...without(new Set(added.map(({ id }) => id))), ...added])
    // A take that has just begun says nothing yet.
    const ended = added.filter(({ endedAt }) => endedAt !== null)
    tellAttempts(ended)
    if (ended.length > 0) tabs.tell('changed')
  }
  const sound: Recordings['sound'] = async (take) => {
    const pieces = await store.sound(take.id)
    return pieces.ok ? success(new Blob([...pieces.value], { type: take.mime })) : pieces
  }
  const refresh: Recordings['refresh'] = async () => {
    const before = new Set(takes)
    const loaded = await store.load()
    if (!loaded.ok) return loaded
    // What this tab records, or has changed or deleted meanwhile, is newer than what was read.
    const newer = takes.filter((take) => live.has(take.id) || !before.has(take))
    const isDeleted = (id: string): boolean =>
      [...before].some((take) => take.id === id) && !takes.some((take) => take.id === id)
    const ids = new Set(newer.map(({ id }) => id))
    update([...loaded.value.filter(({ id }) => !ids.has(id) && !isDeleted(id)), ...newer])
    return loaded
  }
  tabs.listen(() => void refresh())
  return {
    takes: () => takes,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    refresh,
    sound,
    close: async (take) => {
      const whole = await sound(take)
      const pace = whole.ok ? await measure(whole.value) : null
      const closed: Take = {
        ...take,
        ...(pace ?? { speaking: null }),
        ...(whole.ok ? { bytes: whole.value.size } : {}),
        words: wordsOf(take),
        endedAt: session.now(),
      }
      const stored = await store.put(closed)
      if (isGone(stored)) {
        forget([take])
        return null
      }
      adopt([closed])
      return closed
    },
    adopt,
    mark: ({ attemptId, part }) => {
      const attempt = session.snapshot().library.attempts.find(({ id }) => id === attemptId)
      if (attempt && ownValue(attempt.spoken, part) === undefined)
        session.act(attempt, { type: 'spoken', part, spoken: notMeasured })
    },
    transcribed: async (attemptId, part, words) => {
      const last = [...takes]
        .filter((take) => take.attemptId === attemptId && take.part === part)
        .sort((a, b) => a.at - b.at)
        .at(-1)
      if (!last) return
      const counted = { ...last, words: last.words + words }
      if (last.endedAt === null) {
        // Known to the next piece of sound, which writes the take too, and finds out when it is gone.
        update([...without(new Set([last.id])), counted])
        await store.put(counted)
      } else if (isGone(await store.put(counted))) forget([last])
      else adopt([counted])
    },
    wordsOf,
    remove: async (removed) => {
      const result = await store.remove(removed.map(({ id }) => id))
      if (!result.ok) return result
      forget(removed)
      tabs.tell('changed')
      return result
    },
    clear: async () => {
      const result = await store.clear()
      if (!result.ok) return result
      live.clear()
      update([])
      tabs.tell('changed')
      return result
    },
    store,
  }
}
