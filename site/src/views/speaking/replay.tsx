import { useRef } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { useResource } from '../../app/use-resource.ts'
import type { ReplayProps } from './speaking-props.ts'

/** Plays what was recorded; nothing where there is no recording. Its code is fetched when there is one. */
export function Replay(props: ReplayProps) {
  const { attempt, part } = props
  const isSpoken =
    part === undefined ? Object.keys(attempt.spoken).length > 0 : Object.hasOwn(attempt.spoken, part)
  // The last recording that is deleted leaves its words behind.
  const wasSpoken = useRef(false)
  wasSpoken.current ||= isSpoken
  return wasSpoken.current ? <LoadedReplay {...props} /> : null
}

function LoadedReplay(props: ReplayProps) {
  const { session } = useApp()
  const resource = useResource('replay', async () => {
    const [speech, { ReplayPanel }] = await Promise.all([session.speech(), import('./replay-panel.tsx')])
    return { speech, ReplayPanel }
  })
  if (resource.state !== 'ready') return null
  const { speech, ReplayPanel } = resource.value
  return <ReplayPanel {...props} speech={speech} />
}
