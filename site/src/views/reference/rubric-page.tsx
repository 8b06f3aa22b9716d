import type { Rubric } from 'audio-text-drills'
import { idLabel, kindsText } from '../../app/format.ts'
import { loadRubric } from '../../app/reference.ts'
import { useResource } from '../../app/use-resource.ts'
import { pointsText } from '../../core/grading/score.ts'
import { Html } from '../shared/html.tsx'
import { PageTitle } from '../shared/page-title.tsx'
import { ResourceState } from '../shared/resource-state.tsx'

/** The rubric, as published in the package. */
export function RubricPage() {
  const resource = useResource('rubric', loadRubric)
  return (
    <article class="reading">
      <PageTitle title="Rubric" />
      <ResourceState resource={resource} what="The rubric" />
      {resource.state === 'ready' && <Criteria rubric={resource.value} />}
    </article>
  )
}

function Criteria({ rubric }: { readonly rubric: Rubric }) {
  return (
    <>
      <Html html={rubric.text.html} class="lead" />
      <h2>Criteria</h2>
      {rubric.criteria.map(({ id, title, weight, sections, kinds, text, substance }) => (
        <section key={id} class="criterion-text">
          <h3>
            {title} <small>{pointsText((rubric.score.general * weight) / 100)} of 100 points</small>
          </h3>
          <Html html={text.html} />
          <p>Words that earn it contain:</p>
          <ul>
            {substance.need.map(({ say }) => (
              <li key={say}>{say}</li>
            ))}
          </ul>
          <p class="quiet">
            Earned in {sections.map(idLabel).join(', ')}; applies to {kindsText(kinds)}.
          </p>
        </section>
      ))}
      <h2>Red flags</h2>
      {rubric.redFlags.map(({ id, title, text }) => (
        <section key={id}>
          <h3>{title}</h3>
          <Html html={text.html} />
        </section>
      ))}
    </>
  )
}
