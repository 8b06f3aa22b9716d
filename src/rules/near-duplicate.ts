import type { CorpusRule } from './rule.ts'

export const nearDuplicate: CorpusRule = {
  id: 'near-duplicate',
  scope: 'corpus',
  description: 'two prompts that say nearly the same',
  heuristic: true,
  *check({ facts, definitions }) {
    const share = definitions?.loop.limits.duplicateShare ?? 1
    const drills = facts.flatMap(({ file, drill }) => (drill ? [{ file, drill }] : []))
    const seen = new Map<number, number[]>()
    for (const [index, { file, drill }] of drills.entries()) {
      const common = new Map<number, number>()
      for (const shingle of drill.shingles) {
        const others = seen.get(shingle) ?? []
        for (const other of others) common.set(other, (common.get(other) ?? 0) + 1)
        others.push(index)
        seen.set(shingle, others)
      }
      for (const [other, both] of common) {
        const first = drills[other]
        if (!first) continue
        const alike = both / (drill.shingles.length + first.drill.shingles.length - both)
        if (alike < share) continue
        const percent = Math.round(alike * 100)
        yield {
          file,
          place: drill.places.prompt,
          message: `Unexpected prompt that shares ${percent} % of its three-word runs with \`${first.drill.id}\`, expected less than ${Math.round(share * 100)} %; make it a follow-up there, or another situation`,
          related: [{ ...first.drill.places.prompt, file: first.file, message: 'the other prompt' }],
        }
      }
    }
  },
}
