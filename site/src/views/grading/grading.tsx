import { sectionsOf } from '../../app/practice.ts'
import { isBlank } from '../../core/attempt.ts'
import { gradeOf, pointsOf } from '../../core/score.ts'
import type { GradedCriterion } from '../../core/types.ts'
import type { RevealedProps } from '../shared/attempt-props.ts'
import { CriterionGrade } from './criterion-grade.tsx'

/** The self-grade of the drill's criteria, then of the general ones, with what was found in the learner's words. */
export function Grading(props: RevealedProps) {
  const { attempt, coverage } = props
  const general = attempt.criteria.filter(({ scope }) => scope === 'general')
  return (
    <section class="grading" aria-labelledby="grading-title">
      <h2 id="grading-title">Grade yourself</h2>
      <p class="quiet">
        Does the answer say it, so that a stranger would tick it? The site only looks for words; the grade is
        yours.
      </p>
      {coverage?.language === 'other' && (
        <p class="suggestion">
          Your answer is in another language than the drills, so nothing was looked for in it.
        </p>
      )}
      {coverage?.offTopic && !isBlank(attempt) && (
        <p class="suggestion">Hardly anything in your answer speaks of this drill in particular.</p>
      )}
      <h3>Criteria of this drill</h3>
      <Criteria {...props} criteria={attempt.criteria.filter(({ scope }) => scope === 'drill')} />
      {general.length > 0 && (
        <>
          <h3>General criteria</h3>
          <Criteria {...props} criteria={general} />
        </>
      )}
    </section>
  )
}

function Criteria({
  attempt,
  act,
  drill,
  practice,
  coverage,
  criteria,
}: RevealedProps & { readonly criteria: readonly GradedCriterion[] }) {
  const found = [...(coverage?.criteria ?? []), ...(coverage?.general ?? [])]
  const sections = sectionsOf(drill)
  return (
    <>
      {criteria.map((criterion) => {
        const { id, scope } = criterion
        return (
          <CriterionGrade
            key={id}
            criterion={criterion}
            number={attempt.criteria.indexOf(criterion) + 1}
            points={pointsOf(practice, attempt, id)}
            levels={scope === 'drill' ? (drill.criteria.find((each) => each.id === id) ?? null) : null}
            text={
              practice.rubric.criteria.find((each) => scope === 'general' && each.id === id)?.text ?? null
            }
            evidence={drill.evidence.filter((each) => each.scope === scope && each.criterion === id)}
            sectionTitle={(section) => sections.find((each) => each.id === section)?.title ?? 'the answer'}
            suggestion={found.find((each) => each.id === id)}
            grade={gradeOf(attempt, id)}
            onGrade={
              attempt.finishedAt === null ? (grade) => act({ type: 'grade', criterion: id, grade }) : null
            }
          />
        )
      })}
    </>
  )
}
