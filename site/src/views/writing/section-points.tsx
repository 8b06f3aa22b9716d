import type { LoopSection } from 'audio-text-drills'

interface SectionPointsProps {
  /** The title of the section. */
  readonly title: string
  readonly points: LoopSection['points']
  readonly withInstructions: boolean
}

/** What belongs into a section; nothing where its form is free. */
export function SectionPoints({ title, points, withInstructions }: SectionPointsProps) {
  if (points.length === 0) return null
  return (
    <ul class="points" aria-label={`Points of ${title}`}>
      {points.map(({ id, label, instruction }) => (
        <li key={id}>
          {withInstructions ? (
            <>
              <b>{label}:</b> {instruction}
            </>
          ) : (
            <b>{label}</b>
          )}
        </li>
      ))}
    </ul>
  )
}
