import type { ReadVerdicts } from 'audio-text-drills'
import { useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { leaveOnEscape } from '../../app/focus.ts'
import { idLabel } from '../../app/format.ts'
import { newestAttempt } from '../../app/newest-attempt.ts'
import { readReply } from '../../app/reviewing.ts'
import { givenFrom, isKnown } from '../../core/grading/reviews.ts'
import { more, plural } from '../../core/model/plural.ts'
import type { RevealedProps } from '../shared/attempt-props.ts'

/** More than this are no typing errors: a reply to another drill, or no reply at all. */
const mostNamed = 5

interface Outcome {
  readonly isBad: boolean
  readonly words: string
  readonly refused: ReadVerdicts['refused']
}

/** A place for the reply of a reviewer. What can't be used of it is said, with the reason. */
export function PasteVerdict({ attempt, act, drill }: RevealedProps) {
  const { session } = useApp()
  const [reply, setReply] = useState('')
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const write = (text: string): void => {
    setReply(text)
    setOutcome(null)
  }
  const fail = (words: string, refused: Outcome['refused'] = []): void =>
    setOutcome({ isBad: true, words: `${words} Nothing has changed.`, refused })
  const read = async (): Promise<void> => {
    if (reply.trim() === '') return fail('There is no reply yet: paste it above.')
    const result = await readReply(reply, drill, attempt)
    if (!result.ok) return fail(`This is no verdict that can be read: it is ${result.error}.`)
    const { verdicts, refused } = result.value
    const given = givenFrom(result.value, session.now())
    const count = Object.keys(verdicts).length
    if (count === 0) return fail('No verdict in this reply can be used.', refused)
    const newest = newestAttempt(session, attempt)
    if (isKnown(newest, given))
      return refused.length > 0
        ? fail('What can be used of this reply was read before.', refused)
        : fail('This reply was read before.')
    act({ type: 'verdicts', verdicts: [...newest.verdicts, given] })
    setReply('')
    const words = `Read: ${plural(count, 'verdict')} on ${plural(attempt.criteria.length, 'criterion', 'criteria')}.`
    setOutcome({ isBad: false, words, refused })
  }
  const titleOf = (id: string): string =>
    attempt.criteria.find((each) => each.id === id)?.title ?? (id === '' ? 'An entry' : idLabel(id))
  return (
    <div>
      <h3>Paste the verdict back</h3>
      <label class="note">
        <span>The reply, as it came</span>
        <textarea
          rows={5}
          dir="auto"
          value={reply}
          onInput={({ currentTarget }) => write(currentTarget.value)}
          onKeyDown={leaveOnEscape}
        />
      </label>
      <button type="button" onClick={() => void read().catch(() => fail('The reply could not be read.'))}>
        Read the reply
      </button>
      <div role="status">{outcome && <Told outcome={outcome} titleOf={titleOf} />}</div>
    </div>
  )
}

interface ToldProps {
  readonly outcome: Outcome
  readonly titleOf: (id: string) => string
}

/** What became of a reply. */
function Told({ outcome: { isBad, words, refused }, titleOf }: ToldProps) {
  return (
    <div class={isBad ? 'banner banner-bad' : 'banner'}>
      <div>
        <p>{words}</p>
        {refused.length > 0 && (
          <>
            <p>This was not used:</p>
            <ul>
              {refused.slice(0, mostNamed).map(({ id, reason }, index) => (
                <li key={`${index} ${id}`}>
                  {titleOf(id)}: {reason}
                </li>
              ))}
              {refused.length > mostNamed && <li>{more(refused.length - mostNamed, 'entry', 'entries')}</li>}
            </ul>
          </>
        )}
      </div>
    </div>
  )
}
