import { withArticle } from '../text/grammar.ts'
import type { DrillRule } from './rule.ts'

export const answerLength: DrillRule = {
  id: 'answer-length',
  scope: 'drill',
  description: 'an answer longer than a candidate could give in the time',
  severity: 'warning',
  heuristic: true,
  *check(drill, { loop }) {
    const answer = drill.parts.get('answer')
    const most = loop.kinds[drill.kind].answerWords
    const words = [answer, ...drill.answer.values()].reduce((sum, section) => sum + (section?.words ?? 0), 0)
    if (!answer || words <= most) return
    yield {
      at: answer.heading,
      message: `Unexpected answer of ${words} words, expected at most ${most} in ${withArticle(drill.kind)}: an outline that fits the time`,
    }
  },
}
