import { bySeniority, type DrillFile } from '../../model/by-seniority.ts'
import { unpackShingles } from '../../text/shingles.ts'
import type { CorpusRule } from '../rule.ts'
import { type AlikePair, alikePairs } from './alike-pairs.ts'

/** Of each later one the pair with the largest share, the first of several: all copies of a drill are one mistake each. */
function nearestPairs<T extends { readonly rank: number }>(
  pairs: readonly AlikePair<T>[],
): Iterable<AlikePair<T>> {
  const nearest = new Map<T, AlikePair<T>>()
  for (const pair of pairs) {
    const known = nearest.get(pair.later)
    const nearer = (pair.share - (known?.share ?? 0) || (known?.earlier.rank ?? 0) - pair.earlier.rank) > 0
    if (!known || nearer) nearest.set(pair.later, pair)
  }
  return nearest.values()
}

export const nearDuplicate: CorpusRule = {
  id: 'near-duplicate',
  scope: 'corpus',
  description: 'two prompts that say nearly the same',
  heuristic: true,
  *check(corpus) {
    const least = corpus.definitions?.loop.limits.duplicateShare ?? 1
    // Where one of the two has an exception it is that one which is asked.
    const drills = bySeniority(corpus)
    const isExcepted = ({ drill }: DrillFile): boolean =>
      drill.exceptions.some(({ rule }) => rule === 'near-duplicate')
    const prompts = [...drills.filter((of) => !isExcepted(of)), ...drills.filter(isExcepted)].map(
      ({ file, drill }, rank) => ({
        rank,
        file,
        id: drill.id,
        place: drill.places.prompt,
        numbers: unpackShingles(drill.shingles),
      }),
    )
    for (const { later, earlier, share } of nearestPairs(alikePairs(prompts, least))) {
      const [percent, limit] = [share, least].map((part) => Math.round(part * 100))
      yield {
        file: later.file,
        place: later.place,
        message: `Unexpected prompt that shares ${percent} % of its three-word runs with \`${earlier.id}\`, expected less than ${limit} %; make it a follow-up there, or another situation`,
        related: [{ ...earlier.place, file: earlier.file, message: 'the other prompt' }],
      }
    }
  },
}
