import { unpackShingles } from '../../text/shingles.ts'
import type { CorpusRule } from '../rule.ts'
import { alikePairs } from './alike-pairs.ts'

export const nearDuplicate: CorpusRule = {
  id: 'near-duplicate',
  scope: 'corpus',
  description: 'two prompts that say nearly the same',
  heuristic: true,
  *check({ facts, definitions }) {
    const least = definitions?.loop.limits.duplicateShare ?? 1
    const prompts = facts.flatMap(({ file, drill }) =>
      drill
        ? [{ file, id: drill.id, place: drill.places.prompt, numbers: unpackShingles(drill.shingles) }]
        : [],
    )
    for (const { later, earlier, share } of alikePairs(prompts, least)) {
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
