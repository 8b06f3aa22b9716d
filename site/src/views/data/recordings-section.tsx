import { useApp } from '../../app/app-context.ts'
import { useResource } from '../../app/use-resource.ts'
import { ResourceState } from '../shared/resource-state.tsx'

/** Everything about recordings on the page of data, fetched apart from the page. */
export function RecordingsSection() {
  const { session } = useApp()
  const resource = useResource('recordings', async () => {
    const [speech, { RecordingsPanel }] = await Promise.all([
      session.speech(),
      import('./recordings-panel.tsx'),
    ])
    await speech.recordings.refresh()
    return { speech, RecordingsPanel }
  })
  if (resource.state !== 'ready') return <ResourceState resource={resource} what="The list of recordings" />
  const { speech, RecordingsPanel } = resource.value
  return <RecordingsPanel speech={speech} />
}
