import { isUnderWay } from '../model/library.ts'
import type { Library } from '../model/records.ts'

/** A way through the drills: some of them, in the order in which they are best taken. */
export interface Track {
  readonly id: string
  readonly title: string
  readonly drills: readonly string[]
}

/** The track of an id; undefined for none, and for one that is not published. */
export const trackOf = (tracks: readonly Track[], id: string | null): Track | undefined =>
  tracks.find((track) => track.id === id)

/** How far somebody is with a track. */
export interface TrackStanding {
  readonly done: number
  /** The first drill that was never finished; undefined when none is left. */
  readonly next: string | undefined
  /** Whether any of its drills was worked on. */
  readonly isBegun: boolean
}

export function trackStanding({ drills }: Track, { attempts }: Pick<Library, 'attempts'>): TrackStanding {
  const finished = new Set(
    attempts.flatMap(({ drillId, finishedAt }) => (finishedAt === null ? [] : drillId)),
  )
  const left = drills.filter((id) => !finished.has(id))
  const done = drills.length - left.length
  return {
    done,
    next: left[0],
    isBegun: done > 0 || attempts.some((attempt) => isUnderWay(attempt) && drills.includes(attempt.drillId)),
  }
}

/** The tracks that are not done beside one of them: those after it, then those before it. */
export function otherTracks(
  tracks: readonly Track[],
  id: string,
  library: Pick<Library, 'attempts'>,
): readonly Track[] {
  const at = tracks.findIndex((track) => track.id === id)
  return [...tracks.slice(at + 1), ...tracks.slice(0, Math.max(0, at))].filter(
    (track) => trackStanding(track, library).next !== undefined,
  )
}

/**
 * Where a track goes on after a drill of it: the first of some tracks that has the drill, and its next one.
 * @param ids tracks that the learner has chosen; null for none
 */
export function nextAfter(
  tracks: readonly Track[],
  ids: readonly (string | null)[],
  drillId: string,
  library: Pick<Library, 'attempts'>,
): { readonly track: Track; readonly next: string } | undefined {
  for (const id of ids) {
    const track = trackOf(tracks, id)
    const next = track?.drills.includes(drillId) ? trackStanding(track, library).next : undefined
    if (track && next !== undefined) return { track, next }
  }
  return undefined
}
