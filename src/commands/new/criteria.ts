import { criterionInstructions, writtenLabel } from '../../model/criterion-labels.ts'
import type { Definitions } from '../../model/definitions.ts'
import type { CriterionLabel } from '../../model/drill.ts'

type Kind = Definitions['loop']['kinds']['round']

/** What the criteria of a drill may be about, with what meets them: a reminder of what is easily forgotten. */
const subjects: Readonly<Record<Kind['answer'], readonly (readonly [name: string, met: string])[]>> = {
  sections: [
    ['the insight', 'what a strong answer sees and others miss'],
    ['a decision', 'what it decides, with the bound or condition that it gives'],
    ['a number', 'which figure it works out or sets, with its unit'],
    ['a risk', 'which failure it names, and what it does about it'],
    ['a check', 'what it would measure, and on which slice'],
    ['a price', 'what it gives up, and for what'],
  ],
  prose: [
    ['the insight', 'what a strong answer sees and others miss'],
    ['a consequence', 'what it concludes from that, or what it warns against'],
  ],
}

const item = (label: CriterionLabel, text: string): string => `- ${writtenLabel(label)} ${text}`

/** Criteria that wait to be written, each with a name of its own. */
export function criteriaText(least: number, answer: Kind['answer']): string {
  const about = subjects[answer]
  return Array.from({ length: least }, (_, index) => {
    const [name, met] = about[index % about.length] ?? ['a criterion', 'what meets it']
    const round = Math.floor(index / about.length)
    return [
      `### TODO ${name}${round === 0 ? '' : ` ${round + 1}`}`,
      '',
      item('met', `TODO: ${met}, as one statement that a stranger can tick.`),
      item('partly', `TODO: ${criterionInstructions.partly}; take the line out where nothing does.`),
      item('cues', `TODO: ${criterionInstructions.cues}.`),
      item('weight', '5'),
    ].join('\n')
  }).join('\n\n')
}
