import menu from 'virtual:menu'
import { useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { titleOf } from '../../app/format.ts'
import { href, type PageProps } from '../../app/router.ts'
import { loadSampleAnswers, type Samples } from '../../app/samples.ts'
import { useResource } from '../../app/use-resource.ts'
import { attemptsAt, hidesEarlierAttempts } from '../../core/model/library.ts'
import { plural } from '../../core/model/plural.ts'
import { HiddenAttempt } from '../shared/hidden-attempt.tsx'
import { PageTitle } from '../shared/page-title.tsx'
import { ResourceState } from '../shared/resource-state.tsx'
import { SampleAnswer } from './sample-answer.tsx'

/** Sample answers to grade, once the learner knows the model answer. */
export function SamplesPage({ args: [drillId = ''] }: PageProps) {
  const { library } = useApp()
  const attempts = attemptsAt(library, drillId)
  const [newest] = attempts
  if (!menu.some(({ id }) => id === drillId)) return <NoDrill />
  if (newest && hidesEarlierAttempts(library, drillId)) return <HiddenAttempt attempt={newest} />
  const isRevealed = attempts.some(({ revealedAt }) => revealedAt !== null)
  return (
    <>
      <PageTitle title={`Sample answers: ${titleOf(drillId)}`}>
        <small class="over-title">Sample answers</small> {titleOf(drillId)}
      </PageTitle>
      {isRevealed ? <Revealed drillId={drillId} /> : <NotYet drillId={drillId} />}
    </>
  )
}

function NoDrill() {
  return (
    <>
      <PageTitle title="No such drill" />
      <p>
        This version of the site has no such drill. <a href={href('home')}>All drills</a>
      </p>
    </>
  )
}

function NotYet({ drillId }: { readonly drillId: string }) {
  return (
    <>
      <p>
        Sample answers give the model answer away. Try the drill yourself first: once you have seen its
        answer, you can grade what others have said.
      </p>
      <p>
        <a class="button primary" href={href('drill', drillId)}>
          Go to the drill
        </a>
      </p>
    </>
  )
}

function Revealed({ drillId }: { readonly drillId: string }) {
  const resource = useResource(drillId, () => loadSampleAnswers(drillId))
  if (resource.state !== 'ready') return <ResourceState resource={resource} what="The sample answers" />
  const { value } = resource
  if (value === null || value.samples.length === 0) {
    return (
      <p>
        There is no sample answer to this drill. <a href={href('history', drillId)}>Your attempts at it</a>
      </p>
    )
  }
  return <Choice samples={value} drillId={drillId} />
}

function Choice({ samples, drillId }: { readonly samples: Samples; readonly drillId: string }) {
  const { library } = useApp()
  const isGraded = (name: string): boolean =>
    library.samples.some((grading) => grading.drillId === drillId && grading.sample === name)
  const [chosen, setChosen] = useState(() =>
    Math.max(
      samples.samples.findIndex(({ name }) => !isGraded(name)),
      0,
    ),
  )
  const sample = samples.samples[chosen]
  return (
    <>
      <p class="lead">
        Somebody has answered this drill, and somebody else has graded the answer. Grade it yourself first:
        then you see where you are kinder or stricter.
      </p>
      {samples.samples.length > 1 && (
        <nav class="buttons" aria-label="Sample answers">
          {samples.samples.map(({ name, form }, index) => (
            <button key={name} type="button" aria-pressed={index === chosen} onClick={() => setChosen(index)}>
              {index + 1}, {form}
              {isGraded(name) && ', graded'}
            </button>
          ))}
        </nav>
      )}
      {sample && <SampleAnswer key={sample.name} samples={samples} sample={sample} />}
      <p class="quiet">
        {plural(samples.samples.length, 'sample answer')} ·{' '}
        <a href={href('history', drillId)}>Your attempts</a> · <a href={href('progress')}>Progress</a>
      </p>
    </>
  )
}
