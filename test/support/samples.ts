const general = [
  'explicit-assumptions',
  'measurable-launch-gates',
  'privacy-safe-observability',
  'rollback-path',
  'cost-and-latency-reasoning',
  'learning-from-failures',
]

/** A valid sample answer to a drill with some criteria of its own. */
const sampleOf = (drill: string, own: readonly string[], level: 'middling' | 'strong'): string => `---
drill: ${drill}
level: ${level}
form: typed
split: tuned
verdicts:
${own.map((id) => `  ${id}: ${level === 'strong' ? 'met' : 'partly'}\n`).join('')}${general.map((id) => `  ${id}: not\n`).join('')}---

The index is rebuilt before a new recogniser serves.
`

/** The samples that a round or incident needs to be free of warnings. */
export const samplesOf = (drill: string, own: readonly string[]): Readonly<Record<string, string>> => ({
  [`drills/samples/${drill}/middling.md`]: sampleOf(drill, own, 'middling'),
  [`drills/samples/${drill}/strong.md`]: sampleOf(drill, own, 'strong'),
})

/** Samples of the valid round, or of a copy of it with another id. */
export const roundSamples = (id = 'voice-note-search'): Readonly<Record<string, string>> =>
  samplesOf(id, ['one-release-for-both', 'index-goes-stale'])

/** Samples of the valid incident, or of a copy of it with another id. */
export const incidentSamples = (id = 'empty-search-results'): Readonly<Record<string, string>> =>
  samplesOf(id, ['split-by-index', 'old-index-first'])
