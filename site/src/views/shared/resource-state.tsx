import type { Resource } from '../../app/use-resource.ts'

interface ResourceStateProps {
  readonly resource: Resource<unknown>
  /** The subject of the error message, for example “The drill”. */
  readonly what: string
}

/** Shows that a resource is loading, or that it failed, with a button to retry. */
export function ResourceState({ resource, what }: ResourceStateProps) {
  if (resource.state === 'ready') return null
  if (resource.state === 'loading') return <p class="quiet loading">Loading …</p>
  return (
    <div class="banner banner-bad" role="alert">
      <p>{what} could not be loaded. What you have written is safe; check the connection and try again.</p>
      <button type="button" onClick={resource.retry}>
        Try again
      </button>
    </div>
  )
}
