import { useState } from 'preact/hooks'
import { sectionsOf } from '../../app/practice.ts'
import { useShortcuts } from '../../app/use-shortcuts.ts'
import { foundFor } from '../../core/grading/found.ts'
import { gradeLabels } from '../../core/grading/grade-words.ts'
import { gradedIn, pointsOf } from '../../core/grading/score.ts'
import { isBlank } from '../../core/model/attempt.ts'
import type { Attempt, Grade } from '../../core/model/types.ts'
import { lengthOnlySaid } from '../../core/speaking/said.ts'
import type { RevealedProps } from '../shared/attempt-props.ts'
import { CriteriaMap } from './criteria-map.tsx'
import { CriterionCard } from './criterion-card.tsx'
import { FinishBlock } from './finish-block.tsx'
import { RedFlags } from './red-flags.tsx'
import { lastStep, neighbour, nextUngraded } from './steps.ts'

interface GradingProps extends RevealedProps {
  /** The criterion on the screen, or `lastStep`. */
  readonly step: string
  /** Whether the keys are for this part of the page. */
  readonly isActive: boolean
  /** Shows a step and moves the focus to it. */
  readonly onOpen: (step: string) => void
  readonly onShowPhrase: (evidence: string) => void
}

/** The self-grade: one criterion at a time, then the red flags. */
export function Grading(props: GradingProps) {
  const { attempt, act, coverage, step, isActive, onOpen } = props
  const isOpen = attempt.finishedAt === null
  const current = attempt.criteria.find(({ id }) => id === step)
  const [told, tell] = useState('')
  const say = (next: Attempt, given: Grade | null): void => {
    const words = given === null ? 'Grade cleared' : gradeLabels[given]
    tell(`${words}. ${gradedIn(next)} of ${next.criteria.length} graded.`)
  }
  const grade = (criterion: string, given: Grade | null): void => {
    const next = act({ type: 'grade', criterion, grade: given })
    say(next, given)
    if (given !== null) onOpen(nextUngraded(next, criterion))
  }
  const takeOver = (criterion: string, given: Grade): void => {
    say(act({ type: 'grade', criterion, grade: given }), given)
    onOpen(criterion)
  }
  const gradeBy = (given: Grade) => () => current && grade(current.id, given)
  useShortcuts(
    isActive
      ? {
          ...(isOpen && current ? { 1: gradeBy('met'), 2: gradeBy('partly'), 3: gradeBy('not') } : {}),
          arrowleft: () => onOpen(neighbour(attempt, step, -1)),
          arrowright: () => onOpen(neighbour(attempt, step, 1)),
        }
      : {},
  )
  return (
    <section class="grading" aria-labelledby="grading-title">
      <h2 id="grading-title" class="visually-hidden">
        Grade yourself
      </h2>
      {/* The next criterion takes the focus, so a screen reader would not tell of the grade. */}
      <p class="visually-hidden" role="status">
        {told}
      </p>
      <CriteriaMap attempt={attempt} current={step} isShown={isActive} onOpen={onOpen} />
      <div class="grading-steps">
        <Cards {...props} onGrade={grade} onTakeOver={takeOver} />
        <div hidden={step !== lastStep}>
          <StepButtons step={lastStep} {...{ attempt, onOpen }} />
          <RedFlags {...props} />
          {isOpen && <FinishBlock {...props} />}
        </div>
        {coverage?.language === 'other' && (
          <p class="suggestion">
            Your answer is in another language than the drills, so nothing was looked for in it.
          </p>
        )}
        {coverage?.offTopic && !isBlank(attempt) && lengthOnlySaid(attempt) === 0 && (
          <p class="suggestion">Hardly anything in your answer speaks of this drill in particular.</p>
        )}
      </div>
    </section>
  )
}

interface CardsProps extends GradingProps {
  readonly onGrade: (criterion: string, grade: Grade | null) => void
  readonly onTakeOver: (criterion: string, grade: Grade) => void
}

function Cards(props: CardsProps) {
  const { attempt, act, drill, practice, coverage, step, onGrade, onTakeOver, onOpen, onShowPhrase } = props
  const sections = sectionsOf(drill)
  const isOpen = attempt.finishedAt === null
  return (
    <>
      {attempt.criteria.map((criterion) => {
        const { id, scope } = criterion
        return (
          <CriterionCard
            key={id}
            attempt={attempt}
            criterion={criterion}
            isCurrent={id === step}
            points={pointsOf(practice, attempt, id)}
            levels={scope === 'drill' ? (drill.criteria.find((each) => each.id === id) ?? null) : null}
            text={
              practice.rubric.criteria.find((each) => scope === 'general' && each.id === id)?.text ?? null
            }
            evidence={drill.evidence.filter((each) => each.scope === scope && each.criterion === id)}
            sectionTitle={(section) => sections.find((each) => each.id === section)?.title ?? 'the answer'}
            found={coverage ? foundFor(coverage, id) : undefined}
            act={isOpen ? act : null}
            onGrade={isOpen ? (grade) => onGrade(id, grade) : null}
            onQuote={isOpen ? (text) => act({ type: 'quote', criterion: id, text }) : null}
            onTakeOver={isOpen ? (grade) => onTakeOver(id, grade) : null}
            onShowPhrase={onShowPhrase}
            steps={<StepButtons step={id} {...{ attempt, onOpen }} />}
          />
        )
      })}
    </>
  )
}

interface StepButtonsProps extends Pick<GradingProps, 'attempt' | 'onOpen'> {
  readonly step: string
}

/** Leads to the steps before and after one. */
function StepButtons({ attempt, step, onOpen }: StepButtonsProps) {
  const [before, after] = [neighbour(attempt, step, -1), neighbour(attempt, step, 1)]
  return (
    <div class="step-buttons">
      <button type="button" disabled={before === step} onClick={() => onOpen(before)}>
        <span aria-hidden="true">←</span> <span class="step-name">Previous</span>
      </button>
      <button type="button" disabled={after === step} onClick={() => onOpen(after)}>
        <span class="step-name">Next</span> <span aria-hidden="true">→</span>
      </button>
    </div>
  )
}
