import { shareOf } from '../grading/score.ts'
import { ownValue } from '../model/objects.ts'
import { plural } from '../model/plural.ts'
import type { SampleGrading } from '../model/records.ts'

/** How the learner’s grades of sample answers compare with the verdicts that they were published with. */
export interface Calibration {
  /** Number of samples graded. */
  readonly samples: number
  /** Number of criteria graded in them. */
  readonly criteria: number
  /** Criteria on which the learner was kinder than the verdict. */
  readonly kinder: number
  readonly stricter: number
  /** The mean difference of the shares, from −1 to 1; above 0 for somebody who is too kind. */
  readonly bias: number
}

/** The first grading of each sample: later ones know the verdicts. */
function firstGradings(gradings: readonly SampleGrading[]): readonly SampleGrading[] {
  const firsts = new Map<string, SampleGrading>()
  for (const grading of [...gradings].sort((a, b) => a.at - b.at)) {
    const key = `${grading.drillId}/${grading.sample}`
    if (!firsts.has(key)) firsts.set(key, grading)
  }
  return [...firsts.values()]
}

/** The learner’s grades against the given verdicts, over all samples; null before the first. */
export function calibrationOf(gradings: readonly SampleGrading[]): Calibration | null {
  const firsts = firstGradings(gradings)
  const differences = firsts.flatMap(({ grades, given }) =>
    Object.entries(grades).flatMap(([id, grade]) => {
      const verdict = ownValue(given, id)
      return verdict === undefined ? [] : [shareOf[grade] - shareOf[verdict]]
    }),
  )
  if (differences.length === 0) return null
  return {
    samples: firsts.length,
    criteria: differences.length,
    kinder: differences.filter((difference) => difference > 0).length,
    stricter: differences.filter((difference) => difference < 0).length,
    bias: differences.reduce((sum, difference) => sum + difference, 0) / differences.length,
  }
}

/** Fewer criteria than this tell nothing of a habit. */
const enough = 10
/** A bias as large as one grade in every five criteria, met for partly. */
const clear = 0.1
/** A bias as large as one grade in three of five criteria. */
const far = 0.3
/** Agreement on fewer than seven of ten is no agreement, even when the differences cancel out. */
const agreeing = 0.7

/** A calibration in plain words: what was counted, then what to make of it. */
export function calibrationText({ samples, criteria, kinder, stricter, bias }: Calibration): {
  readonly counted: string
  readonly advice: string
} {
  const on = `On ${plural(samples, 'sample')}`
  const of = plural(criteria, 'criterion', 'criteria')
  const counted =
    kinder + stricter === 0
      ? `${on} you agreed with the given verdicts on all ${of}.`
      : `${on} you were kinder than the given verdicts on ${kinder} of ${of} and stricter on ${stricter}.`
  if (criteria < enough)
    return { counted, advice: 'That is too little to tell a habit; grade another sample or two.' }
  if (bias > far)
    return {
      counted,
      advice:
        'You are far too kind, and so are your own scores: read the levels again, and grade what the words say, not what was meant.',
    }
  if (bias < -far)
    return {
      counted,
      advice: 'You are far too strict, and so are your own scores: read again what meets a level.',
    }
  if (bias > clear)
    return {
      counted,
      advice:
        'You tend to be kind. Your own scores are probably a little high: grade what the words say, not what was meant.',
    }
  if (bias < -clear)
    return { counted, advice: 'You tend to be strict. Your own scores are probably a little low.' }
  const differing = kinder + stricter
  if (1 - differing / criteria < agreeing) {
    const both = kinder > 0 && stricter > 0 ? ', in both directions' : ''
    return {
      counted,
      advice: `You and the verdicts differ on ${differing} of ${criteria}${both}. Read the levels again before you trust your grades.`,
    }
  }
  return {
    counted,
    advice: 'You are about as strict as the given verdicts, so your own scores can be trusted.',
  }
}
