import { href } from '../../app/router.ts'

/** Where a visitor without any work can begin with a date. */
export function PlanOffer() {
  return (
    <section class="today" aria-labelledby="plan-offer-title">
      <h2 id="plan-offer-title">Is there a date?</h2>
      <p>Say when your interview is, and get a plan for each day up to its eve.</p>
      <a class="button" href={href('plan')}>
        Make a plan
      </a>
    </section>
  )
}
