import type { DrillCriterion, RichText } from 'audio-text-drills'
import { gradeLabels } from '../../core/grading/grade-words.ts'
import { Html } from '../shared/html.tsx'

interface LevelsProps {
  readonly levels: Pick<DrillCriterion, 'met' | 'partly' | 'alsoMet'>
}

/** What earns which grade. */
export function Levels({ levels: { met, partly, alsoMet } }: LevelsProps) {
  const all: readonly (readonly [string, RichText])[] = [
    [gradeLabels.met, met],
    ...(partly ? [[gradeLabels.partly, partly] as const] : []),
    ...alsoMet.map((text) => ['Also met', text] as const),
  ]
  return (
    <dl class="terms">
      {all.map(([label, { markdown, html }]) => (
        <div key={`${label} ${markdown}`}>
          <dt>{label}</dt>
          <dd>
            <Html html={html} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
