import type { LoopSection, PracticeLoop } from 'audio-text-drills'
import { useState } from 'preact/hooks'
import type { Hint } from '../../core/model/types.ts'
import type { PracticeProps } from '../shared/attempt-props.ts'
import { Html } from '../shared/html.tsx'
import { SectionPoints } from './section-points.tsx'

interface HintsProps extends PracticeProps {
  readonly phase: PracticeLoop['phases'][number]
}

/** Help with a phase that is asked for: what it is about, and a hint for each of its sections. */
export function Hints({ attempt, practice, act, phase }: HintsProps) {
  const [isToldAbout, setToldAbout] = useState(false)
  const sections = practice.loop.sections.filter((section) => section.phase === phase.id)
  return (
    <div class="hints">
      <div class="hint">
        <button
          type="button"
          class="text-button"
          aria-expanded={isToldAbout}
          onClick={() => setToldAbout(!isToldAbout)}
        >
          What this phase is about<span class="visually-hidden">: {phase.title}</span>
        </button>
        {isToldAbout && <Html html={phase.text.html} class="phase-text" />}
      </div>
      {sections.map((section) => (
        <SectionHint
          key={section.id}
          section={section}
          points={section.points.filter(({ kinds }) => kinds.includes(attempt.kind))}
          onShow={(hint) => act({ type: 'hint', section: section.id, hint })}
        />
      ))}
    </div>
  )
}

interface SectionHintProps {
  readonly section: LoopSection
  readonly points: LoopSection['points']
  readonly onShow: (hint: Hint) => void
}

/** First the labels of the section's points, then their instructions, then nothing again. */
function SectionHint({ section, points, onShow }: SectionHintProps) {
  const [shown, setShown] = useState<Hint | null>(null)
  const { title } = section
  const first = points.length > 0 ? 'labels' : 'instructions'
  const next = shown === null ? first : shown === 'labels' ? 'instructions' : null
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
