import { useApp } from '../../app/app-context.ts'
import type { Recordings } from '../../app/speech.ts'
import { useResource } from '../../app/use-resource.ts'
import { useTakes } from '../../app/use-speech.ts'
import { bytesOf } from '../../core/speaking/takes.ts'
import { sizeText } from '../../core/storage/recordings-file.ts'

interface OptionProps {
  readonly isChosen: boolean
  readonly onChoose: (isChosen: boolean) => void
}

/** Offers to export the recordings too, where there are any. */
export function RecordingsOption(props: OptionProps) {
  const { session } = useApp()
  const resource = useResource('speech', session.speech)
  return resource.state === 'ready' ? <Option {...props} recordings={resource.value.recordings} /> : null
}

function Option({ isChosen, onChoose, recordings }: OptionProps & { readonly recordings: Recordings }) {
  const takes = useTakes(recordings).filter(({ endedAt }) => endedAt !== null)
  if (takes.length === 0) return null
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={isChosen}
        onChange={({ currentTarget }) => onChoose(currentTarget.checked)}
      />
      With the recordings, {sizeText(bytesOf(takes))}, in a file of their own
    </label>
  )
}
