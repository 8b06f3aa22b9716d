import { useRef, useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import type { Speech } from '../../app/speech.ts'
import { useResource } from '../../app/use-resource.ts'
import { useTakes } from '../../app/use-speech.ts'
import type { Attempt } from '../../core/model/types.ts'
import { lengthText } from '../../core/speaking/pace-text.ts'
import { lengthSaid } from '../../core/speaking/said.ts'
import { takesOf } from '../../core/speaking/takes.ts'
import type { Act } from '../shared/attempt-props.ts'
import { ResourceState } from '../shared/resource-state.tsx'

interface SaidPartProps {
  readonly attempt: Attempt
  /** Null when read-only. */
  readonly act: Act | null
  /** The id of a phase, and its title where it must be told from others. */
  readonly part: string
  readonly title: string
  readonly isNamed: boolean
}

/** What was said in a phase, to listen to, and the offer to add its transcript. Its code is fetched once it is unfolded. */
export function SaidPart(props: SaidPartProps) {
  const { attempt, part, title, isNamed } = props
  const [isOpen, setOpen] = useState(false)
  // The last recording that is deleted leaves its words behind.
  const length = useRef(0)
  length.current = lengthSaid(attempt, part) || length.current
  if (length.current === 0) return null
  return (
    <details class="said-part no-print" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        You said this{isNamed && ` in ${title}`} ({lengthText(length.current)})
      </summary>
      {isOpen && <LoadedPart {...props} />}
    </details>
  )
}

function LoadedPart(props: SaidPartProps) {
  const { session } = useApp()
  const resource = useResource('said', async () => {
    const [speech, { ReplayPanel }, { TranscriptTools }] = await Promise.all([
      session.speech(),
      import('./replay-panel.tsx'),
      import('./transcript-tools.tsx'),
    ])
    return { speech, ReplayPanel, TranscriptTools }
  })
  if (resource.state !== 'ready') return <ResourceState resource={resource} what="The recording" />
  const { speech, ReplayPanel, TranscriptTools } = resource.value
  const { attempt, act, part, title } = props
  return (
    <>
      <Missing {...props} speech={speech} />
      <ReplayPanel attempt={attempt} part={part} speech={speech} />
      {act && (
        <div class="buttons">
          <TranscriptTools
            {...{ attempt, act, part, title }}
            recordings={speech.recordings}
            dictates={false}
          />
        </div>
      )}
    </>
  )
}

function Missing({ attempt, part, speech }: SaidPartProps & { readonly speech: Speech }) {
  const takes = takesOf(useTakes(speech.recordings), attempt.id, part)
  return takes.length === 0 && lengthSaid(attempt, part) > 0 ? (
    <p class="quiet">The sound is not in this browser.</p>
  ) : null
}
