import { printable, printableJson } from '../printable.ts'
import { table } from './format.ts'
import type { GradingStats } from './grading.ts'

const shown = 90

/** What the own model answer should score. */
const leastOwn = 95

function text(all: readonly GradingStats[]): string {
  const rows = all.map(({ drill, own, foreign, template }) => [
    drill,
    String(own),
    foreign ? String(foreign.score) : '·',
    String(template),
    foreign?.drill ?? '·',
  ])
  const loose = all.flatMap((each) =>
    each.loose.map(({ criterion, drill, sentence }) => {
      const words = sentence.replace(/\s+/g, ' ')
      const cut = words.length > shown ? `${words.slice(0, shown)}…` : words
      return `  ${each.drill}#${criterion} by ${drill}: “${printable(cut)}”`
    }),
  )
  const missed = all.flatMap(({ drill, own, missed: ids }) =>
    own < leastOwn && ids.length > 0 ? [`  ${drill}: ${ids.join(', ')}`] : [],
  )
  return `Scores of answers whose worth is known: the own model answer (${leastOwn} or more), the model answer of
another drill that does best (30 at most), an answer that fits every prompt (25 at most)
${table([['drill', 'own', 'foreign', 'template', 'which foreign one'], ...rows])}
${missed.length === 0 ? '' : `Criteria that an own model answer is not found to meet\n${missed.join('\n')}\n\n`}${loose.length === 0 ? 'No criterion is met by an answer to another drill.' : `Criteria that answers to other drills are found to speak of\n${loose.join('\n')}`}
`
}

const json = (all: readonly GradingStats[]): string => `${printableJson(JSON.stringify(all, null, 2))}\n`

/** Every format of `drills stats --grading`. */
export const gradingFormats = { text, json } as const
