import { answerOf } from './answer-text.mjs'
import { criteria } from './criteria.mjs'
import { createRandom, pick, sample } from './random.mjs'
import { slug } from './subject.mjs'
import { fill } from './template.mjs'

const general =
  'explicit-assumptions measurable-launch-gates privacy-safe-observability rollback-path cost-and-latency-reasoning learning-from-failures'.split(
    ' ',
  )

const withoutLinks = (text) => text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')

/** Candidates of two levels: the share of the criteria that they meet, and of the points that they come to. */
const candidates = [
  {
    level: 'strong',
    form: 'typed',
    meets: 0.85,
    comesTo: 0.8,
    body: (sections) =>
      sections
        .map(([heading, points]) => `## ${heading}\n\n${points.map((text) => `- ${text}`).join('\n')}`)
        .join('\n\n'),
  },
  {
    level: 'middling',
    form: 'spoken',
    meets: 0.4,
    comesTo: 0.6,
    body: (sections) =>
      sections
        .flatMap(([, points]) => points)
        .join(' ')
        .replace(/[^\p{L}\p{N}%€.,'’-]+|[.,](?!\d)/gu, ' ')
        .replace(/ {2,}/g, ' ')
        .toLowerCase(),
  },
]

/** Two answers of candidates to a round or incident, with a verdict for each criterion; none to a question. */
export function samplesOf(drill, seed, index) {
  if (drill.kind === 'question') return []
  return candidates.map(({ level, form, meets, comesTo, body }, nth) => {
    const random = createRandom(seed ^ 0x2545f491, index * candidates.length + nth)
    const write = (template) => fill(template, random, drill)
    const own = criteria.filter(({ name }) => drill.criteria.includes(slug(name)))
    const met = sample(random, own, Math.round(own.length * meets))
    const sections = answerOf(drill, met, { random, write }).map(([heading, points]) => [
      heading,
      sample(random, points, Math.ceil(points.length * comesTo)).map(withoutLinks),
    ])
    const verdicts = [
      ...own.map((one) => [slug(one.name), met.includes(one) ? 'met' : pick(random, ['partly', 'not'])]),
      ...general.map((id) => [
        id,
        pick(random, level === 'strong' ? ['met', 'met', 'partly'] : ['partly', 'not']),
      ]),
    ]
    const text = `---
drill: ${drill.id}
level: ${level}
form: ${form}
split: ${pick(random, ['tuned', 'frozen'])}
verdicts:
${verdicts.map(([id, verdict]) => `  ${id}: ${verdict}`).join('\n')}
---

${body(sections).trim()}
`
    return { file: `drills/samples/${drill.id}/${level}.md`, text }
  })
}
