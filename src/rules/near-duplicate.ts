import { unpackShingles } from '../text/shingles.ts'
import { alikeSets } from './near-duplicate/alike-sets.ts'
import type { CorpusRule } from './rule.ts'

export const nearDuplicate: CorpusRule = {
  id: 'near-duplicate',
  scope: 'corpus',
  description: 'two prompts that say nearly the same',
  heuristic: true,
  *check({ facts, definitions }) {
    const share = definitions?.loop.limits.duplicateShare ?? 1
    const drills = facts.flatMap(({ file, drill }) => (drill ? [{ file, drill }] : []))
    const prompts = unpackShingles(drills.map(({ drill }) => drill.shingles))
    const sizeOf = (index: number): number => prompts[index]?.length ?? 0
    for (const { at, other, both } of alikeSets(prompts, share)) {
      const [found, first] = [drills[at], drills[other]]
      if (!found || !first) continue
      const { file, drill } = found
      const alike = both / (sizeOf(at) + sizeOf(other) - both)
      const percent = Math.round(alike * 100)
      yield {
        file,
        place: drill.places.prompt,
        message: `Unexpected prompt that shares ${percent} % of its three-word runs with \`${first.drill.id}\`, expected less than ${Math.round(share * 100)} %; make it a follow-up there, or another situation`,
        related: [{ ...first.drill.places.prompt, file: first.file, message: 'the other prompt' }],
      }
    }
  },
}
