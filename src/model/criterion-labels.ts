import { title } from '../text/slug.ts'
import type { CriterionLabel } from './drill.ts'

/** What is written behind each label of a criterion. */
export const criterionInstructions: Readonly<Record<CriterionLabel, string>> = {
  met: 'one statement that a stranger can tick while reading an answer',
  partly: 'what earns half of it',
  'also-met': 'another design that earns it as well',
  cues: 'code spans of the words by which an answer speaks of it',
  weight: 'a whole number from 1 to 10; 5 when left out',
  revision: 'a whole number, 1 when left out; one more whenever the meaning changes under the same name',
}

/** The labels that every criterion needs. */
export const neededLabels = ['met', 'cues'] as const satisfies readonly CriterionLabel[]

/** A label as it is written: `**Also met:**`. */
export const writtenLabel = (label: CriterionLabel): string => `**${title(label)}:**`
