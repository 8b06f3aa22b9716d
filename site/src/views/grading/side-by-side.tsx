import type { Section, SectionAssessment } from 'audio-text-drills'
import { Fragment } from 'preact'
import { idLabel } from '../../app/format.ts'
import { sectionsOf } from '../../app/practice.ts'
import { type AnswerPair, answerPairs } from '../../core/grading/answer-pairs.ts'
import { textOf } from '../../core/model/attempt.ts'
import { ownValue } from '../../core/model/objects.ts'
import { lengthSaid } from '../../core/speaking/said.ts'
import type { RevealedProps } from '../shared/attempt-props.ts'
import { LearnerText } from '../shared/learner-text.tsx'
import { OtherVersions } from '../shared/other-versions.tsx'
import { SaidPart } from '../speaking/said-part.tsx'
import { EditableText } from './editable-text.tsx'
import { ModelAnswer } from './model-answer.tsx'
import { SeeAlso } from './see-also.tsx'
import { Sources } from './sources.tsx'

interface SideBySideProps extends RevealedProps {
  readonly onOpenCriterion: (criterion: string) => void
}

/** The learner's answer and the model answer, part by part in one order. */
export function SideBySide(props: SideBySideProps) {
  const { attempt, drill, practice } = props
  return (
    <section class="compare" aria-labelledby="compare-title">
      <h2 id="compare-title" class="visually-hidden">
        Both answers
      </h2>
      <p class="quiet">
        <mark>Marked words</mark> earn a criterion
        <span class="no-print">; the number after them leads to its grade</span>.
      </p>
      {answerPairs(attempt, sectionsOf(drill), practice.loop.sections).map((pair) => (
        <section key={pair.id} class="pair" aria-labelledby={`pair-${pair.id}`}>
          <h3 id={`pair-${pair.id}`} dir="auto">
            {pair.title}
          </h3>
          <Mine {...props} pair={pair} />
          <div class="model">
            <h4>Model answer</h4>
            <Model {...props} pair={pair} />
          </div>
        </section>
      ))}
      <Sources drill={drill} />
      {/* A finished attempt says it with what comes next. */}
      {attempt.finishedAt === null && <SeeAlso drill={drill} level="h3" />}
    </section>
  )
}

interface PairProps extends SideBySideProps {
  readonly pair: AnswerPair<Section>
}

function Mine({ attempt, act, coverage, pair: { field, sections } }: PairProps) {
  // Of an answer in another language nothing was read.
  const read = coverage?.language === 'drill' ? coverage.sections : []
  return (
    <div class="mine">
      <h4>You</h4>
      {field === null ? (
        <LearnerText text="" />
      ) : (
        <>
          <EditableText
            id={field.id}
            title={field.title}
            text={textOf(attempt, field.id)}
            isSaid={lengthSaid(attempt, field.phase) > 0}
            onWrite={
              attempt.finishedAt === null ? (text) => act({ type: 'write', field: field.id, text }) : null
            }
          />
          {attempt.fields.find(({ phase }) => phase === field.phase) === field && (
            <SaidPart
              attempt={attempt}
              act={attempt.finishedAt === null ? act : null}
              part={field.phase}
              title={field.title}
              isNamed={false}
            />
          )}
          <OtherVersions
            versions={ownValue(attempt.texts, field.id)?.kept ?? []}
            onDiscard={(text) => act({ type: 'discard', field: field.id, text })}
          />
        </>
      )}
      {sections.map((section) => (
        <PointCoverage
          key={section.id}
          section={section}
          isNamed={sections.length > 1}
          coverage={read.find(({ id }) => id === section.id)}
        />
      ))}
    </div>
  )
}

function Model({ attempt, drill, onOpenCriterion, pair: { sections } }: PairProps) {
  const { criteria } = attempt
  if (drill.kind === 'question')
    return <ModelAnswer html={drill.answer.html} criteria={criteria} onOpenCriterion={onOpenCriterion} />
  if (sections.length === 0) return <p class="quiet">The model answer has no such section.</p>
  return (
    <>
      {sections.map(({ id, title, body }) => (
        <Fragment key={id}>
          {sections.length > 1 && <h5>{title}</h5>}
          <ModelAnswer html={body.html} criteria={criteria} onOpenCriterion={onOpenCriterion} />
        </Fragment>
      ))}
    </>
  )
}

interface PointCoverageProps {
  readonly section: Section
  /** Whether the section must be told from others. */
  readonly isNamed: boolean
  readonly coverage: SectionAssessment | undefined
}

/** Which points of the section the learner's text mentions. */
function PointCoverage({ section, isNamed, coverage }: PointCoverageProps) {
  if (!coverage || coverage.points.length === 0) return null
  const label = (id: string): string => section.points.find((point) => point.id === id)?.label ?? idLabel(id)
  const words = (isMentioned: boolean): string =>
    coverage.points
      .filter(({ mentioned }) => mentioned === isMentioned)
      .map(({ id }) => label(id))
      .join(', ')
  const [touched, missed] = [words(true), words(false)]
  return (
    <p class="suggestion">
      {isNamed && <b>{section.title}: </b>}
      {touched !== '' && `Recognised: ${touched}. `}
      {missed !== '' && `Not recognised: ${missed}.`}
    </p>
  )
}
