import { loadTracks } from '../../app/reference.ts'
import { useResource } from '../../app/use-resource.ts'
import { Html } from '../shared/html.tsx'
import { ResourceState } from '../shared/resource-state.tsx'

/** For whom a track is, and why it goes this way. */
export function TrackText({ id }: { readonly id: string }) {
  const resource = useResource('tracks', loadTracks)
  if (resource.state !== 'ready') return <ResourceState resource={resource} what="The text" />
  return <Html html={resource.value.find((track) => track.id === id)?.text.html ?? ''} />
}
