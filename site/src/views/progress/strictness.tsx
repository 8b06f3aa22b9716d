import menu from 'virtual:menu'
import { href } from '../../app/router.ts'
import { attemptsAt, hidesEarlierAttempts } from '../../core/model/library.ts'
import type { Library } from '../../core/model/records.ts'
import { CalibrationNote } from '../shared/calibration-note.tsx'

/** How many drills are offered at once. */
const offered = 5

/** Whether the learner grades too kindly, by sample answers, and where there are more of them. */
export function Strictness({ library }: { readonly library: Library }) {
  const isOpen = (drillId: string): boolean =>
    !hidesEarlierAttempts(library, drillId) &&
    attemptsAt(library, drillId).some(({ revealedAt }) => revealedAt !== null)
  const next = menu
    .filter(({ id }) => isOpen(id) && !library.samples.some(({ drillId }) => drillId === id))
    .slice(0, offered)
  return (
    <section aria-labelledby="strictness-title">
      <h2 id="strictness-title">Am I too kind?</h2>
      <CalibrationNote gradings={library.samples} />
      {next.length > 0 && (
        <>
          <p>You have seen the answers of these drills, so you can grade sample answers to them:</p>
          <ul>
            {next.map(({ id, title }) => (
              <li key={id}>
                <a href={href('samples', id)}>{title}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
