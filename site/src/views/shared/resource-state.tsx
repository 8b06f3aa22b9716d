import type { Resource } from '../../app/use-resource.ts'

interface ResourceStateProps {
  readonly resource: Resource<unknown>
  /** What is fetched, as in “The drill”. */
  readonly what: string
}

/** Says that something is on its way, or that it did not arrive and how to try again. */
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
