import { useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { deleteRecordings } from '../../app/delete-recordings.ts'
import { focusHeading } from '../../app/focus.ts'
import { dateText } from '../../app/format.ts'
import { href } from '../../app/router.ts'
import type { Speech } from '../../app/speech.ts'
import { useTakes } from '../../app/use-speech.ts'
import { plural } from '../../core/model/plural.ts'
import { lengthText } from '../../core/speaking/pace-text.ts'
import { bytesOf, type Take, takesOf } from '../../core/speaking/takes.ts'
import { sizeText } from '../../core/storage/recordings-file.ts'
import { ConfirmButton } from '../shared/confirm-button.tsx'

/** The recordings by attempt, the space that they take, and the space that they may take. */
export function RecordingsPanel({ speech }: { readonly speech: Speech }) {
  const takes = useTakes(speech.recordings).filter(({ endedAt }) => endedAt !== null)
  const attemptIds = [...new Set([...takes].sort((a, b) => b.at - a.at).map(({ attemptId }) => attemptId))]
  return (
    <section aria-labelledby="recordings-title">
      <h2 id="recordings-title">Recordings</h2>
      <p>
        {takes.length === 0
          ? 'There are no recordings yet. You can record an answer while you write one; the sound stays in this browser.'
          : `${plural(takes.length, 'recording')}, ${sizeText(bytesOf(takes))}. The sound stays in this browser.`}
      </p>
      {attemptIds.length > 0 && (
        <ul class="recordings-list">
          {attemptIds.map((attemptId) => (
            <AttemptRecordings key={attemptId} attemptId={attemptId} takes={takesOf(takes, attemptId)} />
          ))}
        </ul>
      )}
      <SpaceField />
    </section>
  )
}

function AttemptRecordings({
  attemptId,
  takes,
}: {
  readonly attemptId: string
  readonly takes: readonly Take[]
}) {
  const { library, session } = useApp()
  const [message, setMessage] = useState('')
  const attempt = library.attempts.find(({ id }) => id === attemptId)
  const length = takes.reduce((sum, take) => sum + take.length, 0)
  const remove = async (): Promise<void> => {
    const result = await deleteRecordings(session, [attemptId], false)
    if (!result.ok) setMessage('They could not be deleted.')
    else focusHeading('recordings-title')
  }
  return (
    <li>
      <span>
        {attempt ? (
          <a href={href('attempt', attemptId)}>
            {attempt.title}, {dateText(attempt.createdAt)}
          </a>
        ) : (
          'An attempt that is no longer here'
        )}
        <small class="quiet">
          {' '}
          {lengthText(length)}, {sizeText(bytesOf(takes))}
        </small>
      </span>
      <ConfirmButton
        class="text-button"
        label="Delete the recordings"
        question={`${plural(takes.length, 'recording')} will be deleted. The text of the attempt stays.`}
        confirm="Delete them"
        cancel="Keep them"
        onConfirm={() => void remove()}
      />
      <span role="status">{message}</span>
    </li>
  )
}

const range = { least: 10, most: 10_000 } as const

/** The space that recordings may take. What is no whole number in the range is told and not taken. */
function SpaceField() {
  const { library, session } = useApp()
  const { recordingSpace } = library.settings
  /** What stands in the field, right or wrong. */
  const [written, setWritten] = useState(String(recordingSpace))
  const [isWrong, setWrong] = useState(false)
  const change = (value: string): void => {
    const space = Number(value)
    const isFine = Number.isInteger(space) && space >= range.least && space <= range.most
    setWritten(value)
    setWrong(!isFine)
    if (isFine) session.set({ recordingSpace: space })
  }
  return (
    <div class="recordings-space">
      <label class="inline">
        Recordings may take
        <input
          type="number"
          inputMode="numeric"
          min={range.least}
          max={range.most}
          step={1}
          value={written}
          aria-describedby="recordings-space-text"
          aria-invalid={isWrong}
          onChange={({ currentTarget }) => change(currentTarget.value)}
        />
        MB
      </label>
      <p id="recordings-space-text" class="quiet">
        An hour of speech takes about 15 MB.
      </p>
      <p role="alert">
        {isWrong &&
          `Write a whole number from ${range.least} to ${range.most}. The space is still ${recordingSpace} MB.`}
      </p>
    </div>
  )
}
