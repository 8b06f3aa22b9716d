import type { DrillFacts } from '../../model/facts.ts'
import type { CorpusRule } from '../rule.ts'
import { jumps } from './jumps.ts'
import { listedDrills } from './listed-drills.ts'
import { sharedNames } from './shared-names.ts'
import { isTrack } from './track-file.ts'

export const tracks: CorpusRule = {
  id: 'tracks',
  scope: 'corpus',
  description:
    'a track with a drill that is unknown, there twice or not published, a jump in its difficulty, or an id, order or title that another track has',
  *check(corpus) {
    const all = corpus.facts.filter(isTrack)
    if (all.length === 0) return
    const drills = new Map<string, DrillFacts>(
      corpus.facts.flatMap(({ drill }) => (drill ? [[drill.id, drill] as const] : [])),
    )
    for (const track of all) {
      yield* listedDrills(track, drills, corpus)
      yield* jumps(track, drills)
    }
    yield* sharedNames(all, corpus)
  },
}
