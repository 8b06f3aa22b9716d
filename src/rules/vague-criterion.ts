import { speaksOf } from '../parse/evidence.ts'
import { readPhrase } from '../rubric/substance.ts'
import { quote } from '../text/quote.ts'
import type { DrillRule } from './rule.ts'

export const vagueCriterion: DrillRule = {
  id: 'vague-criterion',
  scope: 'drill',
  description: 'a criterion whose statement is vague and holds nothing that could be ticked',
  severity: 'warning',
  heuristic: true,
  *check(drill, { loop }) {
    for (const criterion of drill.criteria) {
      for (const { start, end, text, label } of criterion.items.get('met') ?? []) {
        const vague = loop.vague(drill.text, { start: label.end, end })
        const hasCode = drill.codes.some((code) => start <= code.start && code.end <= end)
        if (vague.length === 0 || hasCode || /\d/.test(text) || speaksOf(criterion, readPhrase(text)))
          continue
        for (const at of vague) {
          const word = drill.text.slice(at.start, at.end)
          const message = `Unexpected vague word ${quote(word)} in what meets a criterion, expected what can be seen in an answer: a number, a decision, or words that are among its cues`
          yield { at, message }
        }
      }
    }
  },
}
