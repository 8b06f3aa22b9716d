import type { Drill } from '../model/drill.ts'
import { oneOf, quote } from '../text/quote.ts'
import { title } from '../text/slug.ts'
import type { DrillRule } from './rule.ts'

const wordsOf = (drill: Drill, id: string): number =>
  (drill.points.get(id) ?? []).reduce((sum, { item }) => sum + item.words, 0)

export const modelDominates: DrillRule = {
  id: 'model-dominates',
  scope: 'drill',
  description: 'an answer whose component points outweigh evaluation and operations together',
  heuristic: true,
  lenientInDrafts: true,
  *check(drill, { loop, rubric }) {
    const share = loop.limits.dominanceShare
    for (const { id, test } of rubric.redFlags) {
      const section = test && drill.answer.get(test.section)
      if (!test || !section) continue
      const own = wordsOf(drill, test.section)
      const others = test.against.reduce((sum, each) => sum + wordsOf(drill, each), 0)
      if (own <= share * others) continue
      const against = oneOf(test.against.map(title), 'and')
      const message = `Unexpected weight of ${quote(section.heading.text)}: ${own} words against ${others} in ${against}, expected at most ${share} × as many; red flag \`${id}\``
      yield { at: section.heading, message }
    }
  },
}
