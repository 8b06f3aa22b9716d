import type { DrillRule } from '../rule.ts'
import { type Corrections, judge } from './judge.ts'
import { message } from './message.ts'
import { sentencesOf } from './sentences.ts'
import { stepsOf } from './steps.ts'

export const arithmetic: DrillRule = {
  id: 'arithmetic',
  scope: 'drill',
  description: 'a calculation whose result is not what it comes to',
  heuristic: true,
  lenientInDrafts: true,
  *check(drill) {
    const corrections: Corrections = new Map()
    for (const sentence of sentencesOf(drill)) {
      for (const step of stepsOf(sentence)) {
        const judgement = judge(step, corrections)
        if (!judgement || judgement.isRight) continue
        const { start, end } = judgement.result.operand
        yield {
          at: { start: sentence.start + start, end: sentence.start + end },
          message: message(judgement),
        }
      }
    }
  },
}
