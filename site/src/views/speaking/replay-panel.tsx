import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { focusIfLost } from '../../app/focus.ts'
import type { Speech } from '../../app/speech.ts'
import { useTakes } from '../../app/use-speech.ts'
import { ownValue } from '../../core/model/objects.ts'
import type { Attempt } from '../../core/model/types.ts'
import { paceText } from '../../core/speaking/pace-text.ts'
import { replayOf } from '../../core/speaking/replay.ts'
import { takesOf } from '../../core/speaking/takes.ts'
import { partTitle } from './part-title.ts'
import { ReplayPlayer } from './replay-player.tsx'
import type { ReplayProps } from './speaking-props.ts'
import { TakeList } from './take-list.tsx'

interface ReplayPanelProps extends ReplayProps {
  readonly speech: Speech
}

const orderOf = ({ phases, followUps }: Attempt): readonly string[] =>
  [...phases, ...followUps].map(({ id }) => id)

/** What was said in an attempt, or in a part of it: the sound, and the pace of each part where all are shown. */
export function ReplayPanel(props: ReplayPanelProps) {
  const { attempt, part } = props
  if (part !== undefined) return <PartReplay {...props} />
  const paces = orderOf(attempt).flatMap((id) => {
    const spoken = ownValue(attempt.spoken, id)
    return spoken && spoken.length > 0 ? [{ id, spoken }] : []
  })
  return (
    <section aria-labelledby="replay-title">
      <h2 id="replay-title">What you said</h2>
      <PartReplay {...props} />
      <ul class="paces">
        {paces.map(({ id, spoken }) => (
          <li key={id}>
            <b>{partTitle(attempt, id)}:</b> {paceText(spoken)}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The player and the takes; nothing where the sound is not in this browser. */
function PartReplay({ attempt, part, speech }: ReplayPanelProps) {
  const { recordings } = speech
  const takes = takesOf(useTakes(recordings), attempt.id, part)
  const key = takes.map(({ id, length }) => `${id} ${length}`).join()
  const replay = useMemo(() => replayOf(takes, orderOf(attempt)), [key])
  const [message, setMessage] = useState('')
  const said = useRef<HTMLParagraphElement>(null)
  const isGone = takes.length === 0 && message !== ''
  useEffect(() => {
    if (isGone) focusIfLost(said.current)
  }, [isGone])
  if (takes.length === 0 && !isGone) return null
  const status = (
    <p key="said" role="status" tabIndex={-1} ref={said}>
      {message}
    </p>
  )
  if (isGone) return <div class="replay">{status}</div>
  return (
    <div class="replay">
      {/* A player holds a sound, so other takes need another one. */}
      <ReplayPlayer
        key={key}
        replay={replay}
        recordings={recordings}
        titleOf={(id) => partTitle(attempt, id)}
      />
      <TakeList
        attempt={attempt}
        takes={replay.tracks.map(({ take }) => take)}
        recordings={recordings}
        onSay={setMessage}
      />
      {status}
    </div>
  )
}
