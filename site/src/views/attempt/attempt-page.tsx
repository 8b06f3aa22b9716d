import { useApp } from '../../app/app-context.ts'
import { loadPractice } from '../../app/practice.ts'
import type { PageProps } from '../../app/router.ts'
import { useResource } from '../../app/use-resource.ts'
import { hidesEarlierAttempts } from '../../core/model/library.ts'
import type { Attempt } from '../../core/model/types.ts'
import { HiddenAttempt } from '../shared/hidden-attempt.tsx'
import { MissingAttempt } from '../shared/missing-attempt.tsx'
import { PageTitle } from '../shared/page-title.tsx'
import { ResourceState } from '../shared/resource-state.tsx'
import { AttemptScreen } from './attempt-screen.tsx'

/** One attempt at any stage. */
export function AttemptPage({ args: [attemptId = ''] }: PageProps) {
  const { library } = useApp()
  const attempt = library.attempts.find(({ id }) => id === attemptId)
  return attempt ? <KnownAttempt attempt={attempt} /> : <MissingAttempt title="No such attempt" />
}

function KnownAttempt({ attempt }: { readonly attempt: Attempt }) {
  const { library } = useApp()
  const { drillId, title } = attempt
  const isOpen = attempt.revealedAt === null && attempt.finishedAt === null
  const isHidden = !isOpen && hidesEarlierAttempts(library, drillId)
  const resource = useResource(drillId, () => loadPractice(drillId))
  if (isHidden) return <HiddenAttempt attempt={attempt} />
  if (resource.state === 'ready') return <AttemptScreen attempt={attempt} practice={resource.value} />
  return (
    <>
      <PageTitle title={title} />
      <ResourceState resource={resource} what="The drill" />
    </>
  )
}
