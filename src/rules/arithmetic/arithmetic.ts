import type { DrillRule } from '../rule.ts'
import { type Corrections, judge } from './judge.ts'
import { message } from './message.ts'
import { sentencesOf } from './sentences.ts'
import { stepsOf } from './steps.ts'

/** Most comparisons of one drill: a long one has about a hundred. */
const mostSteps = 1000

export const arithmetic: DrillRule = {
  id: 'arithmetic',
  scope: 'drill',
  description: 'a calculation whose result is not what it comes to',
  heuristic: true,
  lenientInDrafts: true,
  *check(drill) {
    const corrections: Corrections = new Map()
    let steps = 0
    for (const sentence of sentencesOf(drill)) {
      for (const step of stepsOf(sentence)) {
        steps += 1
        if (steps > mostSteps) {
          const { start, end } = step.right
          yield {
            at: { start: sentence.start + start, end: sentence.start + end },
            message: `Unexpected calculation ${steps}, expected at most ${mostSteps} in a drill`,
          }
          return
        }
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
