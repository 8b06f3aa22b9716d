import { useRef } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { useResource } from '../../app/use-resource.ts'
import { ResourceState } from '../shared/resource-state.tsx'
import type { OpenSpeakingProps, SpeakingProps } from './speaking-props.ts'

interface OpenableProps extends SpeakingProps {
  /** Whether the learner speaks here. */
  readonly isOpen: boolean
  readonly onOpen: () => void
  /** Whether it was opened by the key that records. */
  readonly recordsAtOnce?: boolean
}

/** Records an answer and takes a transcript of it, for a phase or a follow-up, once the learner has asked for it. */
export function Speaking({ isOpen, onOpen, recordsAtOnce = false, ...props }: OpenableProps) {
  const opened = useRef(false)
  const open = (): void => {
    opened.current = true
    onOpen()
  }
  if (isOpen) return <OpenSpeaking {...props} takesFocus={opened.current} recordsAtOnce={recordsAtOnce} />
  return (
    <button
      type="button"
      class="text-button speak"
      aria-label={`Speak instead: ${props.title}`}
      onClick={open}
    >
      Speak instead
    </button>
  )
}

/** The code of the recorder is fetched when it is shown. */
function OpenSpeaking(props: OpenSpeakingProps) {
  const { session } = useApp()
  const resource = useResource('speaking', async () => {
    const [speech, { SpeakingPanel }] = await Promise.all([session.speech(), import('./speaking-panel.tsx')])
    return { speech, SpeakingPanel }
  })
  if (resource.state === 'failed') return <ResourceState resource={resource} what="The recorder" />
  if (resource.state === 'loading') return <div class="speaking" />
  const { speech, SpeakingPanel } = resource.value
  return <SpeakingPanel {...props} speech={speech} />
}
