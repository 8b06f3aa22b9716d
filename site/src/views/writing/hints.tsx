import type { LoopSection, PracticeLoop } from 'audio-text-drills'
import { useState } from 'preact/hooks'
import { ownValue } from '../../core/model/objects.ts'
import type { Hint } from '../../core/model/types.ts'
import type { PracticeProps } from '../shared/attempt-props.ts'
import { Html } from '../shared/html.tsx'
import { SectionPoints } from './section-points.tsx'

interface HintsProps extends PracticeProps {
  readonly phase: PracticeLoop['phases'][number]
}

/**
 * Help with a phase that is asked for: the hint for its first section at once, what the phase is about, and a hint for each
 * of its other sections. Before that not even their titles are seen. What was shown in an attempt is open when one comes
 * back to it.
 */
export function Hints({ attempt, practice, act, phase }: HintsProps) {
  const sections = practice.loop.sections.filter((section) => section.phase === phase.id)
  const isHinted = sections.some(({ id }) => Object.hasOwn(attempt.hints, id))
  const [isToldAbout, setToldAbout] = useState(() => ownValue(attempt.hints, phase.id) === 'instructions')
  const [isOpen, setOpen] = useState(isToldAbout || isHinted)
  const pointsOf = ({ points }: LoopSection): LoopSection['points'] =>
    points.filter(({ kinds }) => kinds.includes(attempt.kind))
  const tellAbout = (): void => {
    if (!isToldAbout) act({ type: 'hint', section: phase.id, hint: 'instructions' })
    setToldAbout(!isToldAbout)
  }
  const toggle = (): void => {
    const [first] = sections
    if (!isOpen && !isHinted && first)
      act({ type: 'hint', section: first.id, hint: firstHint(pointsOf(first)) })
    setOpen(!isOpen)
  }
  return (
    <div class="hints" data-open={isOpen}>
      <button type="button" class="text-button" aria-expanded={isOpen} onClick={toggle}>
        {isOpen ? 'Hide the hints' : 'Hint'}
        <span class="visually-hidden"> for {phase.title}</span>
      </button>
      {isOpen && (
        <div class="hint-list">
          <div class="hint">
            <button type="button" class="text-button" aria-expanded={isToldAbout} onClick={tellAbout}>
              What this phase is about<span class="visually-hidden">: {phase.title}</span>
            </button>
            {isToldAbout && <Html html={phase.text.html} class="phase-text" />}
          </div>
          {sections.map((section) => (
            <SectionHint
              key={section.id}
              section={section}
              points={pointsOf(section)}
              before={ownValue(attempt.hints, section.id) ?? null}
              onShow={(hint) => act({ type: 'hint', section: section.id, hint })}
            />
          ))}
        </div>
      )}
    </div>
  )
}

interface SectionHintProps {
  readonly section: LoopSection
  readonly points: LoopSection['points']
  /** What was shown already. */
  readonly before: Hint | null
  readonly onShow: (hint: Hint) => void
}

/** A section without points has only its instruction. */
const firstHint = (points: LoopSection['points']): Hint => (points.length > 0 ? 'labels' : 'instructions')

/** First the labels of the section's points, then their instructions, then nothing again. */
function SectionHint({ section, points, before, onShow }: SectionHintProps) {
  const [shown, setShown] = useState<Hint | null>(before)
  const { title } = section
  const next = shown === null ? firstHint(points) : shown === 'labels' ? 'instructions' : null
  const words =
    next === null ? `Hide the hint for ${title}` : shown === null ? `Hint for ${title}` : `More on ${title}`
  const step = (): void => {
    setShown(next)
    if (next !== null) onShow(next)
  }
  return (
    <div class="hint">
      <button type="button" class="text-button" aria-expanded={shown !== null} onClick={step}>
        {words}
      </button>
      {shown === 'instructions' && <Html html={section.instruction.html} class="instruction" />}
      {shown !== null && (
        <SectionPoints title={title} points={points} withInstructions={shown === 'instructions'} />
      )}
    </div>
  )
}
