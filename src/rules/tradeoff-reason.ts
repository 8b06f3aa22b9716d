import { quote } from '../text/quote.ts'
import type { DrillRule } from './rule.ts'

export const tradeoffReason: DrillRule = {
  id: 'tradeoff-reason',
  scope: 'drill',
  description: 'a tradeoff that does not say why',
  heuristic: true,
  lenientInDrafts: true,
  *check(drill, { loop }) {
    for (const { id, reason } of loop.sections) {
      if (!reason) continue
      for (const { item } of drill.points.get(id) ?? []) {
        if (item.words === 0 || reason(item.text)) continue
        const message = `Unexpected tradeoff ${quote(item.label.text)} without a reason, expected why it was given up (“… because …”, “… so that …”)`
        yield { at: { start: item.label.start, end: item.end }, message }
      }
    }
  },
}
