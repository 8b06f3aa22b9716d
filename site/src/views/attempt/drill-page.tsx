import { useEffect, useRef, useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { focusFirstField } from '../../app/focus.ts'
import { titleOf } from '../../app/format.ts'
import { newAttempt } from '../../app/new-attempt.ts'
import { loadPractice, type Practice } from '../../app/practice.ts'
import { href, navigate, type PageProps } from '../../app/router.ts'
import { useResource } from '../../app/use-resource.ts'
import { attemptsAt } from '../../core/model/library.ts'
import { resolutionText } from '../../core/storage/upgrade.ts'
import { PageTitle } from '../shared/page-title.tsx'
import { ResourceState } from '../shared/resource-state.tsx'
import { AttemptScreen } from './attempt-screen.tsx'

/** The open attempt at a drill, or a fresh one. The address can ask for the cursor in the first field. */
export function DrillPage({ args: [drillId = '', asked] }: PageProps) {
  const resource = useResource(drillId, () => loadPractice(drillId))
  if (resource.state !== 'ready') {
    return (
      <>
        <PageTitle title={titleOf(drillId)} />
        <ResourceState resource={resource} what="The drill" />
      </>
    )
  }
  const { resolution } = resource.value
  // Former ids lead to the drill, too.
  const id = resolution.status === 'renamed' ? resolution.id : drillId
  return resource.value.prompt ? (
    <OpenOrFresh key={id} drillId={id} practice={resource.value} writes={asked === 'write'} />
  ) : (
    <NoDrill drillId={drillId} practice={resource.value} />
  )
}

interface OpenOrFreshProps {
  readonly drillId: string
  readonly practice: Practice
  /** Whether the cursor goes into the first field. */
  readonly writes: boolean
}

function OpenOrFresh({ drillId, practice, writes }: OpenOrFreshProps) {
  const { library, session } = useApp()
  const [fresh] = useState(() => newAttempt(drillId, practice, session))
  useEffect(() => {
    if (writes) focusFirstField()
  }, [writes])
  const open = attemptsAt(library, drillId).find(
    ({ revision, finishedAt }) => revision > 0 && finishedAt === null,
  )
  const shown = useRef('')
  if (open) shown.current = open.id
  // Here or in another tab. It can't be written any more, and this address is for one that can.
  const over = library.attempts.find(({ id, finishedAt }) => id === shown.current && finishedAt !== null)
  const ended = open ? undefined : over?.id
  useEffect(() => {
    if (ended !== undefined) navigate(href('attempt', ended))
  }, [ended])
  const attempt = open ?? over ?? fresh
  return attempt ? <AttemptScreen key={attempt.id} attempt={attempt} practice={practice} /> : null
}

function NoDrill({ drillId, practice }: { readonly drillId: string; readonly practice: Practice }) {
  const { library } = useApp()
  const { resolution } = practice
  return (
    <>
      <PageTitle title="No such drill" />
      <p>{resolutionText(resolution)}</p>
      {resolution.status === 'split' && (
        <ul>
          {resolution.ids.map((id) => (
            <li key={id}>
              <a href={href('drill', id)}>{titleOf(id)}</a>
            </li>
          ))}
        </ul>
      )}
      <p>
        {attemptsAt(library, drillId).length > 0 && (
          <a href={href('history', drillId)}>Your attempts at this drill</a>
        )}{' '}
        <a href={href('home')}>All drills</a>
      </p>
    </>
  )
}
