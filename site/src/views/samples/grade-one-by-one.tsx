import { useState } from 'preact/hooks'
import { focusHeading } from '../../app/focus.ts'
import { levelsOf, type Samples } from '../../app/samples.ts'
import { useShortcuts } from '../../app/use-shortcuts.ts'
import { gradeLabels, gradeOrder } from '../../core/grading/grade-words.ts'
import { omit } from '../../core/model/objects.ts'
import type { Grade, GradedCriterion } from '../../core/model/types.ts'
import { Html } from '../shared/html.tsx'

interface GradeOneByOneProps {
  readonly samples: Samples
  readonly criteria: readonly GradedCriterion[]
  readonly onDone: (grades: Readonly<Record<string, Grade>>) => void
}

/** One criterion after the other, with nothing that tells the given verdict. */
export function GradeOneByOne({ samples, criteria, onDone }: GradeOneByOneProps) {
  const [grades, setGrades] = useState<Readonly<Record<string, Grade>>>({})
  // On a phone it would leave no room for the answer.
  const [isOpen, setOpen] = useState(() => matchMedia('(width >= 56rem)').matches)
  const index = Object.keys(grades).length
  const criterion = criteria[index]
  const last = criteria[index - 1]
  const grade = (given: Grade): void => {
    if (!criterion) return
    const all = { ...grades, [criterion.id]: given }
    if (index + 1 === criteria.length) {
      onDone(all)
      return
    }
    setGrades(all)
    setTimeout(() => focusHeading('one-title'))
  }
  const goBack = (): void => {
    if (!last) return
    setGrades(omit(grades, last.id))
    setTimeout(() => focusHeading('one-title'))
  }
  useShortcuts({ 1: () => grade('met'), 2: () => grade('partly'), 3: () => grade('not'), b: goBack })
  if (!criterion) return null
  return (
    <section class="one-by-one" aria-labelledby="one-title">
      <p class="quiet">
        Criterion {index + 1} of {criteria.length}
      </p>
      <h2 id="one-title" tabIndex={-1}>
        {criterion.title}
      </h2>
      <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>What counts</summary>
        <dl class="terms">
          {levelsOf(samples, criterion).map(({ label, text }) => (
            <div key={`${label} ${text.markdown}`}>
              <dt>{label}</dt>
              <dd>
                <Html html={text.html} />
              </dd>
            </div>
          ))}
        </dl>
      </details>
      <div class="ratings">
        {gradeOrder.map((each, place) => (
          <button key={each} type="button" onClick={() => grade(each)}>
            {gradeLabels[each]} <kbd>{place + 1}</kbd>
          </button>
        ))}
      </div>
      {last && (
        <button type="button" class="text-button" onClick={goBack}>
          Back to “{last.title}”
        </button>
      )}
    </section>
  )
}
