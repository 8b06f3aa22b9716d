import { useApp } from '../../app/app-context.ts'
import { useResource } from '../../app/use-resource.ts'
import type { AttemptProps } from '../shared/attempt-props.ts'
import { ResourceState } from '../shared/resource-state.tsx'

export interface SpeakingProps extends AttemptProps {
  /** The id of the phase or of the follow-up. */
  readonly part: string
  readonly title: string
}

/** Records an answer and takes a transcript of it, for a phase or a follow-up. Its code is fetched when it is shown. */
export function Speaking(props: SpeakingProps) {
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
