import type { Sample } from '../../src/model/generated/published/sample.ts'

const ofRound = ['one-release-for-both', 'index-goes-stale']
const ofIncident = ['split-by-index', 'old-index-first']
const general = [
  'explicit-assumptions',
  'measurable-launch-gates',
  'privacy-safe-observability',
  'rollback-path',
  'cost-and-latency-reasoning',
  'learning-from-failures',
]

interface Given {
  readonly drill?: string
  /** The drill's own criteria. */
  readonly own?: readonly string[]
  readonly level?: Sample['level']
  readonly form?: Sample['form']
  /** `met` where nothing else is given. */
  readonly verdicts?: Sample['verdicts']
  readonly redFlags?: readonly string[]
  readonly body?: string
}

/** Where a sample of the valid round stands. */
export const samplePath = (name: string): string => `drills/samples/voice-note-search/${name}.md`

/** A valid sample answer, of the valid round unless another drill is given. */
export function sample({
  drill = 'voice-note-search',
  own = ofRound,
  level = 'strong',
  form = 'typed',
  verdicts = {},
  redFlags = [],
  body = 'We transcribe every note once and keep index and model pinned together.',
}: Given = {}): string {
  const all = [...own, ...general].map((id) => `  ${id}: ${verdicts[id] ?? 'met'}`)
  const flags = redFlags.length > 0 ? `redFlags: [${redFlags.join(', ')}]\n` : ''
  return `---
drill: ${drill}
level: ${level}
form: ${form}
split: tuned
verdicts:
${all.join('\n')}
${flags}---

${body}
`
}

/** The samples that a round or incident needs to be free of warnings. */
export function samplesOf(drill: string, own: readonly string[]): Readonly<Record<string, string>> {
  const body = 'The index is rebuilt before a new recogniser serves.'
  const at = (level: 'middling' | 'strong'): string => {
    const reached = level === 'strong' ? ('met' as const) : ('partly' as const)
    const verdicts = Object.fromEntries([
      ...own.map((id) => [id, reached] as const),
      ...general.map((id) => [id, 'not'] as const),
    ])
    return sample({ drill, own, level, verdicts, body })
  }
  return {
    [`drills/samples/${drill}/middling.md`]: at('middling'),
    [`drills/samples/${drill}/strong.md`]: at('strong'),
  }
}

/** Samples of the valid round, or of a copy of it with another id. */
export const roundSamples = (id = 'voice-note-search'): Readonly<Record<string, string>> =>
  samplesOf(id, ofRound)

/** Samples of the valid incident, or of a copy of it with another id. */
export const incidentSamples = (id = 'empty-search-results'): Readonly<Record<string, string>> =>
  samplesOf(id, ofIncident)
