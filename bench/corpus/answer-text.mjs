import { answers } from './answer.mjs'
import { details } from './detail.mjs'
import { pick, sample } from './random.mjs'
import { slug } from './subject.mjs'

const labels = { 'ci-cd': 'CI/CD', 'online-slos': 'Online SLOs' }
const label = (id) => labels[id] ?? id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' ')

/** The points that each kind answers, as in the practice loop. */
const required = {
  round: {
    constraints: ['latency', 'quality', 'privacy', 'data-retention', 'cost', 'traffic', 'failure-tolerance'],
    evaluation: ['offline-slices', 'online-slos', 'human-review', 'regression-budgets'],
    operations: 'deployment ci-cd monitoring alerts rollback incident-ownership failure-modes learning'.split(
      ' ',
    ),
  },
  incident: {
    constraints: ['latency', 'quality', 'privacy', 'cost', 'traffic', 'failure-tolerance'],
    evaluation: ['offline-slices', 'online-slos', 'regression-budgets'],
    operations: ['first-hour', 'mitigation', 'monitoring', 'rollback', 'incident-ownership', 'learning'],
  },
}

/** Points whose sentences earn a criterion of the rubric. Others say no more than what meets its own, where there is much of that. */
const general = new Set(['latency', 'online-slos', 'monitoring', 'rollback', 'learning'])

/** The sentence by which an answer shows a criterion met. */
export const claimOf = ({ name, claim }) =>
  `[${claim.charAt(0).toUpperCase()}${claim.slice(1)}](#${slug(name)}).`

/**
 * An answer in sections that meets some criteria.
 * @returns the heading of every section and its points
 */
export function answerOf({ kind, component }, met, { random, write }) {
  const isShort = kind === 'incident'
  // What meets many criteria has no room for more.
  const isFull = isShort || met.length > 9
  const point = (section, id) => {
    const claims = met.filter(({ at }) => at[0] === section && at[1] === id).map(claimOf)
    const replaced = claims.length > (isShort ? 0 : 1) && !general.has(id)
    const detailed = !isFull && claims.length === 0 && random(6) === 0
    const sentences = [
      ...(replaced ? [] : [pick(random, answers[section][id])]),
      ...claims,
      ...(detailed ? [pick(random, details[section])] : []),
    ]
    return `**${label(id)}:** ${sentences.map((template) => write(template).trim()).join(' ')}`
  }
  const points = (section) => required[kind][section].map((id) => point(section, id))
  return [
    ['Constraints', points('constraints')],
    [
      'Model path',
      [
        pick(random, answers.component[component]),
        pick(random, answers.side),
        pick(random, answers.reasoning),
      ].map(write),
    ],
    ['Evaluation', points('evaluation')],
    ['Operations', points('operations')],
    ['Tradeoffs', sample(random, answers.tradeoffs, isFull ? 1 : 1 + random(2)).map(write)],
  ]
}

/** An answer as it stands in a drill. */
export const toMarkdown = (sections) =>
  sections
    .map(([heading, points]) => `### ${heading}\n\n${points.map((text) => `- ${text}`).join('\n')}`)
    .join('\n\n')
