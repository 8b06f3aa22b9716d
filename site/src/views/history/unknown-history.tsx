import { titleOf } from '../../app/format.ts'
import { href } from '../../app/router.ts'
import { useResource } from '../../app/use-resource.ts'
import { resolutionText } from '../../core/storage/upgrade.ts'
import { PageTitle } from '../shared/page-title.tsx'
import { ResourceState } from '../shared/resource-state.tsx'

/** Says why there is no history of a drill: it is unknown, or has another id by now. */
export function UnknownHistory({ drillId }: { readonly drillId: string }) {
  const resource = useResource(drillId, async () => (await import('audio-text-drills')).resolveId(drillId))
  return (
    <>
      <PageTitle title="No such drill" />
      <ResourceState resource={resource} what="The list of drills" />
      {resource.state === 'ready' && (
        <p>
          {resource.value.status === 'renamed' ? (
            <>
              This drill has a new id:{' '}
              <a href={href('history', resource.value.id)}>History of {titleOf(resource.value.id)}</a>.
            </>
          ) : (
            <>{resolutionText(resource.value)} You have no attempt at it in this browser.</>
          )}
        </p>
      )}
      <p>
        <a href={href('home')}>All drills</a>
      </p>
    </>
  )
}
