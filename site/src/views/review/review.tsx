import { useApp } from '../../app/app-context.ts'
import { dateTimeText, idLabel } from '../../app/format.ts'
import { newestAttempt } from '../../app/newest-attempt.ts'
import { gradeLabels } from '../../core/grading/grade-words.ts'
import { type Agreement, agreement } from '../../core/grading/reviews.ts'
import { gradeOf } from '../../core/grading/score.ts'
import { ownValue } from '../../core/model/objects.ts'
import { plural } from '../../core/model/plural.ts'
import type { Attempt, GivenVerdicts, Grade, TickedFlag } from '../../core/model/types.ts'
import { flagsOf } from '../grading/red-flags.tsx'
import type { RevealedProps } from '../shared/attempt-props.ts'
import { ConfirmButton } from '../shared/confirm-button.tsx'

interface ReviewProps extends RevealedProps {
  readonly given: GivenVerdicts
}

interface Row {
  readonly id: string
  readonly title: string
  readonly mine: Grade | undefined
  readonly theirs: Grade
  readonly quote: string
}

/** The criteria with a verdict, in the order of the attempt. */
const rowsOf = (attempt: Attempt, { verdicts }: GivenVerdicts): readonly Row[] =>
  attempt.criteria.flatMap(({ id, title }) => {
    const given = ownValue(verdicts, id)
    return given ? [{ id, title, mine: gradeOf(attempt, id), theirs: given.verdict, quote: given.quote }] : []
  })

/** How far the learner and the reviewer agree, in words. */
function agreementText({ same, kinder, stricter }: Agreement, titleOf: (id: string) => string): string {
  const compared = same.length + kinder.length + stricter.length
  if (compared === 0) return 'You have graded none of these yourself so far.'
  const named = (ids: readonly string[]): string => ids.map((id) => `“${titleOf(id)}”`).join(', ')
  return [
    `You agree on ${same.length} of ${plural(compared, 'criterion', 'criteria')}.`,
    ...(kinder.length > 0 ? [`You were kinder on ${kinder.length}: ${named(kinder)}.`] : []),
    ...(stricter.length > 0 ? [`You were stricter on ${stricter.length}: ${named(stricter)}.`] : []),
  ].join(' ')
}

/** The verdicts of a reviewer beside the learner's grades. */
export function Review({ attempt, act, drill, practice, given }: ReviewProps) {
  const { session } = useApp()
  const isOpen = attempt.finishedAt === null
  const rows = rowsOf(attempt, given)
  const take = ({ id, theirs }: Row): void => void act({ type: 'grade', criterion: id, grade: theirs })
  const titleOf = (id: string): string => rows.find((row) => row.id === id)?.title ?? idLabel(id)
  const flags = flagsOf({ drill, practice })
  const seen = given.redFlags.map(({ id, quote }) => ({
    id,
    quote,
    flag: flags.find((flag) => flag.id === id),
  }))
  const isTicked = (flag: TickedFlag): boolean =>
    attempt.redFlags.some(({ source, id }) => source === flag.source && id === flag.id)
  const tick = ({ source, id, text }: TickedFlag): void =>
    void act({ type: 'flag', flag: { source, id, text }, on: true })
  const takeAll = (): void => {
    rows.forEach(take)
    for (const { flag } of seen) if (flag) tick(flag)
  }
  const id = `review-${given.at}`
  /** Keeps the focus in the review when the button that was pressed goes. */
  const stay = (): void => void setTimeout(() => document.getElementById(id)?.focus({ preventScroll: true }))
  return (
    <section class="review-given" aria-labelledby={id}>
      <h3 id={id} tabIndex={-1}>
        Reviewer of {dateTimeText(given.at)}
      </h3>
      <p>{agreementText(agreement(attempt, given), titleOf)}</p>
      <ul class="verdict-list">
        {rows.map((row) => (
          <li key={row.id} data-differs={row.mine !== undefined && row.mine !== row.theirs}>
            <p>
              <b>{row.title}</b>
            </p>
            <p>
              You: {row.mine === undefined ? 'not graded' : gradeLabels[row.mine]} · Reviewer:{' '}
              {gradeLabels[row.theirs]}
            </p>
            {row.quote !== '' && <q dir="auto">{row.quote}</q>}
            {isOpen && row.mine !== row.theirs && (
              <button
                type="button"
                class="text-button"
                aria-label={`Take over ${gradeLabels[row.theirs]} for ${row.title}`}
                onClick={() => {
                  take(row)
                  stay()
                }}
              >
                Take over
              </button>
            )}
          </li>
        ))}
      </ul>
      {given.redFlags.length > 0 && (
        <>
          <h4>Red flags that the reviewer saw</h4>
          <ul>
            {seen.map(({ id: flagId, quote, flag }) => (
              <li key={flagId}>
                {flag?.text ?? idLabel(flagId)} {quote !== '' && <q dir="auto">{quote}</q>}{' '}
                {flag && isTicked(flag) && <span class="quiet">Ticked</span>}
                {isOpen && flag && !isTicked(flag) && (
                  <button
                    type="button"
                    class="text-button"
                    aria-label={`Take over the red flag: ${flag.text}`}
                    onClick={() => {
                      tick(flag)
                      stay()
                    }}
                  >
                    Take over
                  </button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <div class="buttons">
        {isOpen && (
          <button type="button" onClick={takeAll}>
            Take over all
          </button>
        )}
        <ConfirmButton
          class="text-button"
          label="Delete this review"
          question="The verdicts of this reviewer will be deleted. Your own grades stay as they are."
          confirm="Delete it"
          cancel="Keep it"
          onConfirm={() => {
            const { verdicts } = newestAttempt(session, attempt)
            act({ type: 'verdicts', verdicts: verdicts.filter((each) => each.at !== given.at) })
          }}
        />
      </div>
      {!isOpen && <p class="quiet">To take over a verdict, reopen the attempt.</p>}
    </section>
  )
}
