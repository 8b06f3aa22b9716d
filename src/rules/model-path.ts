import { componentsOf } from '../model/components.ts'
import { oneOf, quote } from '../text/quote.ts'
import type { DrillRule } from './rule.ts'

export const modelPath: DrillRule = {
  id: 'model-path',
  scope: 'drill',
  description: 'a model path in which no label names a component of the vocabulary',
  lenientInDrafts: true,
  *check(drill, { loop }) {
    for (const { id, leastComponents = 0 } of loop.sections) {
      if (leastComponents === 0) continue
      const section = drill.answer.get(id)
      const labels = (drill.points.get(id) ?? []).map(({ item }) => item.label.text)
      const named = new Set(labels.flatMap((label) => componentsOf(label, loop)))
      if (!section || named.size >= leastComponents) continue
      const names = loop.components.map(({ names: [name = ''] }) => name)
      const found =
        labels.length === 0
          ? 'lack of labels'
          : `label${labels.length === 1 ? '' : 's'} ${oneOf(labels, 'and')}`
      yield {
        at: section.heading,
        message: `Unexpected ${found} in ${quote(section.heading.text)}, expected at least ${leastComponents} that names a component: ${oneOf(names)}`,
        expected: names,
      }
    }
  },
}
