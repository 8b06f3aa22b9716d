import type { Evidence } from 'audio-text-drills'
import { plural } from '../../app/words.ts'
import { evidenceId, goTo } from './model-answer.tsx'

interface EvidenceListProps {
  readonly evidence: readonly Evidence[]
  readonly sectionTitle: (section: string | undefined) => string
}

/** The phrases of the model answer that earn a criterion, each with the way to its place. */
export function EvidenceList({ evidence, sectionTitle }: EvidenceListProps) {
  if (evidence.length === 0) return null
  return (
    <details class="evidence">
      <summary>Evidence in the model answer: {plural(evidence.length, 'phrase')}</summary>
      <ul>
        {evidence.map(({ id, section, text }) => (
          <li key={id}>
            <mark>{text}</mark>{' '}
            <button type="button" class="text-button" onClick={() => goTo(evidenceId(id))}>
              show it in {sectionTitle(section)}
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}
