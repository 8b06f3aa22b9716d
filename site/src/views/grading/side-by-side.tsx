import type { Drill, Section, SectionAssessment } from 'audio-text-drills'
import { idLabel } from '../../app/format.ts'
import { sectionsOf } from '../../app/practice.ts'
import { textOf } from '../../core/attempt.ts'
import { ownValue } from '../../core/objects.ts'
import type { Attempt } from '../../core/types.ts'
import type { RevealedProps } from '../shared/attempt-props.ts'
import { EditableText, OtherVersions } from './editable-text.tsx'
import { ModelAnswer } from './model-answer.tsx'
import { Sources } from './sources.tsx'

interface Pair {
  readonly id: string
  readonly title: string
  readonly html: string | null
}

/** The sections of the attempt, followed by those that only the model answer has. */
function pairsOf({ fields }: Attempt, drill: Drill): readonly Pair[] {
  if (drill.kind === 'question')
    return fields.map(({ id, title }) => ({ id, title, html: drill.answer.html }))
  const { sections } = drill
  const mine = fields.map(({ id, title }) => ({
    id,
    title,
    html: sections.find((section) => section.id === id)?.body.html ?? null,
  }))
  const others = sections
    .filter(({ id }) => !fields.some((field) => field.id === id))
    .map(({ id, title, body }) => ({ id, title, html: body.html }))
  return [...mine, ...others]
}

/** The learner's answer and the model answer, section by section. */
export function SideBySide({ attempt, act, drill, coverage }: RevealedProps) {
  const canEdit = attempt.finishedAt === null
  // Of an answer in another language nothing was read.
  const read = coverage?.language === 'drill' ? coverage : null
  return (
    <section class="compare" aria-labelledby="compare-title">
      <h2 id="compare-title">Side by side</h2>
      <p class="quiet">
        <mark>Marked words</mark> earn a criterion; the number after them leads to its grade.
      </p>
      {pairsOf(attempt, drill).map(({ id, title, html }) => (
        <section key={id} class="pair" aria-labelledby={`pair-${id}`}>
          <h3 id={`pair-${id}`} dir="auto">
            {title}
          </h3>
          <div class="mine">
            <h4>You</h4>
            <EditableText
              id={id}
              title={title}
              text={textOf(attempt, id)}
              onWrite={canEdit ? (text) => act({ type: 'write', field: id, text }) : null}
            />
            <OtherVersions
              versions={ownValue(attempt.texts, id)?.kept ?? []}
              onDiscard={(text) => act({ type: 'discard', field: id, text })}
            />
            <PointCoverage
              section={sectionsOf(drill).find((section) => section.id === id)}
              coverage={read?.sections.find((section) => section.id === id)}
            />
          </div>
          <div class="model">
            <h4>Model answer</h4>
            {html === null ? (
              <p class="quiet">The model answer has no such section.</p>
            ) : (
              <ModelAnswer html={html} criteria={attempt.criteria} />
            )}
          </div>
        </section>
      ))}
      <Sources drill={drill} />
    </section>
  )
}

interface PointCoverageProps {
  readonly section: Section | undefined
  readonly coverage: SectionAssessment | undefined
}

/** Which points of the section the learner's text mentions. */
function PointCoverage({ section, coverage }: PointCoverageProps) {
  if (!coverage || coverage.points.length === 0) return null
  const label = (id: string): string => section?.points.find((point) => point.id === id)?.label ?? idLabel(id)
  const words = (isMentioned: boolean): string =>
    coverage.points
      .filter(({ mentioned }) => mentioned === isMentioned)
      .map(({ id }) => label(id))
      .join(', ')
  const [touched, missed] = [words(true), words(false)]
  return (
    <p class="suggestion">
      {touched !== '' && `found: ${touched}. `}
      {missed !== '' && `nothing found: ${missed}.`}
    </p>
  )
}
