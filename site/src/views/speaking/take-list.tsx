import { useRef } from 'preact/hooks'
import { focusIfLost } from '../../app/focus.ts'
import { dateTimeText } from '../../app/format.ts'
import type { Recordings } from '../../app/speech.ts'
import { plural } from '../../core/model/plural.ts'
import type { Attempt } from '../../core/model/types.ts'
import { lengthText } from '../../core/speaking/pace-text.ts'
import { takeFileName } from '../../core/speaking/take-file-name.ts'
import { bytesOf, type Take } from '../../core/speaking/takes.ts'
import { sizeText } from '../../core/storage/recordings-file.ts'
import { downloadBlob } from '../../platform/download.ts'
import { ConfirmButton } from '../shared/confirm-button.tsx'
import { partTitle } from './part-title.ts'

interface TakeListProps {
  readonly attempt: Attempt
  readonly takes: readonly Take[]
  readonly recordings: Recordings
  /** Says something where it is still seen after the last take is gone. */
  readonly onSay: (message: string) => void
}

/** The takes one by one, to save or to delete. */
export function TakeList({ attempt, takes, recordings, onSay }: TakeListProps) {
  const summary = useRef<HTMLElement>(null)
  const save = async (chosen: readonly Take[]): Promise<void> => {
    for (const take of chosen) {
      const sound = await recordings.sound(take)
      if (!sound.ok) return onSay('The recording could not be read.')
      downloadBlob(takeFileName(attempt.drillId, take), sound.value)
    }
    onSay(`${plural(chosen.length, 'file')} passed to the browser for download.`)
  }
  const remove = async (take: Take): Promise<void> => {
    const result = await recordings.remove([take])
    onSay(result.ok ? 'The recording was deleted.' : 'The recording could not be deleted.')
    focusIfLost(summary.current)
  }
  return (
    <details class="takes">
      <summary ref={summary}>
        {plural(takes.length, 'recording')}, {sizeText(bytesOf(takes))}
      </summary>
      <ul>
        {takes.map((take) => (
          <li key={take.id}>
            <span>
              {partTitle(attempt, take.part)}, {dateTimeText(take.at)}
              <small class="quiet">
                {' '}
                {lengthText(take.length)}, {sizeText(take.bytes)}
              </small>
            </span>
            <span class="buttons">
              <button type="button" class="text-button" onClick={() => void save([take])}>
                Save as a file
              </button>
              <ConfirmButton
                class="text-button"
                label="Delete"
                question="This recording will be deleted. Your text stays."
                confirm="Delete the recording"
                cancel="Keep it"
                onConfirm={() => void remove(take)}
              />
            </span>
          </li>
        ))}
      </ul>
      {takes.length > 1 && (
        <button type="button" onClick={() => void save(takes)}>
          Save all {takes.length} as files
        </button>
      )}
    </details>
  )
}
