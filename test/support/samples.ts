import type { Sample } from '../../src/model/generated/published/sample.ts'

const general = [
  'explicit-assumptions',
  'measurable-launch-gates',
  'privacy-safe-observability',
  'rollback-path',
  'cost-and-latency-reasoning',
  'learning-from-failures',
]

interface Given {
  readonly level?: Sample['level']
  readonly form?: Sample['form']
  readonly verdicts?: Sample['verdicts']
  readonly redFlags?: readonly string[]
  readonly body?: string
}

/** Where a sample of the valid round stands. */
export const samplePath = (name: string): string => `drills/samples/voice-note-search/${name}.md`

/** A sample of the valid round. */
export function sample({
  level = 'strong',
  form = 'typed',
  verdicts = {},
  redFlags = [],
  body = 'We transcribe every note once and keep index and model pinned together.',
}: Given = {}): string {
  const criteria = ['one-release-for-both', 'index-goes-stale', ...general]
  const all = criteria.map((id) => `  ${id}: ${verdicts[id] ?? 'met'}`)
  const flags = redFlags.length > 0 ? `redFlags: [${redFlags.join(', ')}]\n` : ''
  return `---
drill: voice-note-search
level: ${level}
form: ${form}
split: tuned
verdicts:
${all.join('\n')}
${flags}---

${body}
`
}
