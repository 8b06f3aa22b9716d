import type { Facts, TrackFacts } from '../../model/facts.ts'

/** The facts of a track. */
export type TrackFile = Facts & { readonly track: TrackFacts }

export const isTrack = (of: Facts): of is TrackFile => of.track !== undefined
