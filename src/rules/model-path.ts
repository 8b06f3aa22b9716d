import { componentsOf } from '../model/components.ts'
import type { Definitions } from '../model/definitions.ts'
import type { Finding } from '../model/diagnostic.ts'
import type { Drill } from '../model/drill.ts'
import { lostLabels } from '../parse/lost-labels.ts'
import { vocabularyFix } from '../parse/schema-fix.ts'
import { didYouMean } from '../text/did-you-mean.ts'
import { withArticle } from '../text/grammar.ts'
import { oneOf, quote } from '../text/quote.ts'
import type { DrillRule } from './rule.ts'

/** What the front matter lists: for drills in prose, which have no section to read it from. */
function* listed({ matter, kind, text }: Drill, { loop }: Definitions): Generator<Finding> {
  const { components } = matter.data ?? {}
  if (!components) return
  if (loop.kinds[kind].answer !== 'prose') {
    const message = `Unexpected \`components\` in ${withArticle(kind)}, expected none: they are read from the labels of its model path`
    yield { at: matter.keyAt(['components']), message }
    return
  }
  const known = loop.components.map(({ id }) => id)
  for (const [index, id] of components.entries()) {
    if (known.includes(id)) continue
    const meant = didYouMean(id, known)
    const at = matter.at(['components', index])
    const fix = vocabularyFix(text, at, id, known, components)
    yield {
      at,
      message: `Unexpected component ${quote(id)}, expected ${oneOf(known)}${meant ? `; did you mean \`${meant}\`?` : ''}`,
      expected: meant ? [meant] : known,
      ...(fix.length > 0 && { fix }),
    }
  }
}

export const modelPath: DrillRule = {
  id: 'model-path',
  scope: 'drill',
  fixable: true,
  description: 'a model path in which no label names a component of the vocabulary, or an unknown component',
  lenientInDrafts: true,
  *check(drill, definitions) {
    const { loop } = definitions
    yield* listed(drill, definitions)
    for (const { id, leastComponents = 0 } of loop.sections) {
      if (leastComponents === 0) continue
      const section = drill.answer.get(id)
      if (!section) continue
      const labels = (drill.points.get(id) ?? []).map(({ item }) => item.label.text)
      // That a label is in no list is told by `points`.
      const lost = Array.from(lostLabels(section, drill.text), ({ name }) => name)
      const named = new Set([...labels, ...lost].flatMap((label) => componentsOf(label, loop)))
      if (named.size >= leastComponents) continue
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
