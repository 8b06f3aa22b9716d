import { href } from '../../app/router.ts'
import type { Attempt } from '../../core/model/types.ts'
import { PageTitle } from './page-title.tsx'

/** Replaces an earlier attempt while a fresh one at the same drill is open. */
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
