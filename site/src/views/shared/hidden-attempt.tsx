import { href } from '../../app/router.ts'
import type { Attempt } from '../../core/types.ts'
import { PageTitle } from './page-title.tsx'

/** Stands for work that a fresh attempt at the same drill keeps out of sight. */
export function HiddenAttempt({ attempt: { drillId, title } }: { readonly attempt: Attempt }) {
  return (
    <>
      <PageTitle title={title} />
      <p>
        You are in the middle of a fresh attempt at this drill. What you wrote before stays out of sight until
        you reveal the answer or finish.
      </p>
      <p>
        <a class="button primary" href={href('drill', drillId)}>
          Continue the fresh attempt
        </a>
      </p>
    </>
  )
}
