import type { Section, SectionAssessment } from 'audio-text-drills'
import { idWords } from '../../app/words.ts'

interface PointCoverageProps {
  readonly section: Section | undefined
  readonly coverage: SectionAssessment | undefined
}

/** Which points the learner's words touch. */
export function PointCoverage({ section, coverage }: PointCoverageProps) {
  if (!coverage || coverage.points.length === 0) return null
  const label = (id: string): string => section?.points.find((point) => point.id === id)?.label ?? idWords(id)
  const words = (isMentioned: boolean): string =>
    coverage.points
      .filter(({ mentioned }) => mentioned === isMentioned)
      .map(({ id }) => label(id))
      .join(', ')
  const [touched, missed] = [words(true), words(false)]
  return (
    <p class="suggestion">
      <span class="tag">coverage only</span> {touched !== '' && `Your words touch ${touched}. `}
      {missed !== '' && `Not found: ${missed}.`}
    </p>
  )
}
