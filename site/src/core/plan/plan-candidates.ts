import type { MenuEntry } from '../catalog/catalog.ts'
import { dateAfter } from '../model/day.ts'
import { type Course, isUntouched, isWanted, nextOfTrack } from './plan-course.ts'
import { type Standing, strongScore, weakScore } from './plan-standing.ts'

/** Why a drill may have a place on a day; null when it may not. */
function reasonFor(
  { doneOn, score, dueOn }: Standing,
  date: string,
  dayBefore: string,
): 'new' | 'weak' | 'recent' | 'due' | 'more' | null {
  if (doneOn === null) return 'new'
  if (doneOn >= date) return null
  if (score === null || score < weakScore) return doneOn < dayBefore ? 'weak' : 'recent'
  if (dueOn !== null && dueOn <= date) return 'due'
  return score < strongScore && doneOn < dayBefore ? 'more' : null
}

const rest = ['recent', 'due', 'more'] as const

/**
 * The drills that may have a place on a day, best first: what is open, then subjects of the interview that nothing was done
 * for, then weak ones and new ones by turns, then weak ones of the day before, which are still fresh, then what is due, then
 * what was good and can be better. Weak ones begin with the lowest score; new ones keep the order in which the plan showed
 * them, and others go from level to level, by turns of kinds, and by what they add.
 *
 * While a track is not done, its next drill is the only new one.
 * @param fills whether new drills beside the track follow that one, for time that it leaves
 */
export function candidates(course: Course, date: string, fills = false): readonly Standing[] {
  const { track, standings, levels, gain, covered, placed, last, shown } = course
  const dayBefore = dateAfter(date, -1)
  const gainFrom = gain(covered)
  const taken = new Set(placed)
  const places = new Map(shown?.drills.map((id, index) => [id, index]))
  const next = nextOfTrack(course)?.entry.id
  const isNext = ({ id }: MenuEntry): boolean =>
    next === undefined || id === next || (fills && !track.includes(id))
  const turn = last.again ? ['new', 'weak', ...rest] : ['weak', 'new', ...rest]
  return standings
    .flatMap((standing) => {
      const { entry, score, isOpen } = standing
      const reason = reasonFor(standing, date, dayBefore)
      if (reason === null || taken.has(entry.id) || !isWanted(course, entry)) return []
      if (reason === 'new' && !isOpen && !isNext(entry)) return []
      const key = [
        isOpen ? 0 : 1,
        next === undefined && isUntouched(course, entry) ? 0 : 1,
        turn.indexOf(reason),
        entry.id === next ? -1 : reason === 'new' ? (places.get(entry.id) ?? places.size) : 0,
        reason === 'new' ? levels.indexOf(entry.difficulty) : (score ?? 0),
        entry.kind === last.kind ? 1 : 0,
        -gainFrom(entry),
      ]
      return [{ standing, key }]
    })
    .sort((a, b) => {
      const at = a.key.findIndex((value, index) => value !== b.key[index])
      return at < 0 ? 0 : (a.key[at] ?? 0) - (b.key[at] ?? 0)
    })
    .map(({ standing }) => standing)
}
