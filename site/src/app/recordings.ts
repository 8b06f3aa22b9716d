import { ownValue } from '../core/model/objects.ts'
import { success } from '../core/model/result.ts'
import { spokenOf, type Take, takesOf } from '../core/speaking/takes.ts'
import type { RecordingStore } from '../core/storage/recording-store.ts'
import { measure } from '../platform/recordings/measure.ts'
import type { Session } from './session.ts'
import type { Recordings } from './speech.ts'

export function createRecordings(store: RecordingStore, session: Session): Recordings {
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
    // A take that has just begun says nothing yet.
    const ended = changed.filter(({ endedAt }) => endedAt !== null)
    const parts = new Map(ended.map((take) => [`${take.attemptId}/${take.part}`, take]))
    for (const { attemptId, part } of parts.values()) {
      const attempt = session.snapshot().library.attempts.find(({ id }) => id === attemptId)
      if (attempt)
        session.act(attempt, { type: 'spoken', part, spoken: spokenOf(takesOf(takes, attemptId, part)) })
    }
  }
  const wordsOf = ({ id, words }: Take): number => takes.find((take) => take.id === id)?.words ?? words
  const adopt = (added: readonly Take[]): void => {
    for (const { id, endedAt } of added) {
      if (endedAt === null) live.add(id)
      else live.delete(id)
    }
    update([...without(new Set(added.map(({ id }) => id))), ...added])
    tellAttempts(added)
  }
  const sound: Recordings['sound'] = async (take) => {
    const pieces = await store.sound(take.id)
    return pieces.ok ? success(new Blob([...pieces.value], { type: take.mime })) : pieces
  }
  return {
    takes: () => takes,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    refresh: async () => {
      const before = new Set(takes)
      const loaded = await store.load()
      if (!loaded.ok) return loaded
      // What this tab records, or has changed meanwhile, is newer than what was read.
      const newer = takes.filter((take) => live.has(take.id) || !before.has(take))
      const ids = new Set(newer.map(({ id }) => id))
      update([...loaded.value.filter(({ id }) => !ids.has(id)), ...newer])
      return loaded
    },
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
      await store.put(closed)
      adopt([closed])
      return closed
    },
    adopt,
    mark: ({ attemptId, part }) => {
      const attempt = session.snapshot().library.attempts.find(({ id }) => id === attemptId)
      if (attempt && ownValue(attempt.spoken, part) === undefined)
        session.act(attempt, { type: 'spoken', part, spoken: { length: 0, speaking: 0, pauses: 0 } })
    },
    transcribed: async (attemptId, part, words) => {
      const last = [...takes]
        .filter((take) => take.attemptId === attemptId && take.part === part)
        .sort((a, b) => a.at - b.at)
        .at(-1)
      if (!last) return
      const counted = { ...last, words: last.words + words }
      if (last.endedAt === null) {
        // Known to the next piece of sound, which writes the take too.
        update([...without(new Set([last.id])), counted])
        await store.put(counted)
      } else {
        await store.put(counted)
        adopt([counted])
      }
    },
    wordsOf,
    remove: async (removed) => {
      const result = await store.remove(removed.map(({ id }) => id))
      if (!result.ok) return result
      for (const { id } of removed) live.delete(id)
      update(without(new Set(removed.map(({ id }) => id))))
      tellAttempts(removed)
      return result
    },
    clear: async () => {
      const result = await store.clear()
      if (!result.ok) return result
      live.clear()
      update([])
      return result
    },
    store,
  }
}
