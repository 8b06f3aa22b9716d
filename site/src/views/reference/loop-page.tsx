import type { LoopSection, PracticeLoop } from 'audio-text-drills'
import { kindsText } from '../../app/format.ts'
import { loadLoop } from '../../app/reference.ts'
import { useResource } from '../../app/use-resource.ts'
import { plural } from '../../core/model/plural.ts'
import { Html } from '../shared/html.tsx'
import { PageTitle } from '../shared/page-title.tsx'
import { ResourceState } from '../shared/resource-state.tsx'

/** The practice loop, as published in the package. */
export function LoopPage() {
  const resource = useResource('loop', loadLoop)
  return (
    <article class="reading">
      <PageTitle title="Practice loop" />
      <ResourceState resource={resource} what="The practice loop" />
      {resource.state === 'ready' && <Loop loop={resource.value} />}
    </article>
  )
}

function Loop({ loop }: { readonly loop: PracticeLoop }) {
  return (
    <>
      <Html html={loop.text.html} class="lead" />
      <h2>
        {plural(loop.phases.length, 'phase')}, {loop.minutes} minutes
      </h2>
      <ol class="phase-texts">
        {loop.phases.map(({ id, title, minutes, text }) => (
          <li key={id}>
            <h3>
              {title} <small>{minutes} min</small>
            </h3>
            <Html html={text.html} />
          </li>
        ))}
      </ol>
      <h2>The sections of an answer</h2>
      {loop.sections.map((section) => (
        <SectionText
          key={section.id}
          section={section}
          phase={loop.phases.find(({ id }) => id === section.phase)?.title ?? ''}
        />
      ))}
      <h2>The model path</h2>
      <p>Its components: {loop.components.map(({ names }) => names[0] ?? '').join(', ')}.</p>
    </>
  )
}

function SectionText({ section, phase }: { readonly section: LoopSection; readonly phase: string }) {
  const { title, instruction, points } = section
  return (
    <section>
      <h3>
        {title} <small>written in “{phase}”</small>
      </h3>
      <Html html={instruction.html} />
      {points.length > 0 && (
        <dl class="terms">
          {points.map(({ id, label, instruction: words, kinds }) => (
            <div key={id}>
              <dt>{label}</dt>
              <dd>
                {words} <small>{kindsText(kinds)}</small>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}
