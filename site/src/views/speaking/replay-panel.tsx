import { useMemo } from 'preact/hooks'
import type { Speech } from '../../app/speech.ts'
import { useTakes } from '../../app/use-speech.ts'
import { replayOf } from '../../core/replay.ts'
import { takesOf } from '../../core/takes.ts'
import type { Attempt } from '../../core/types.ts'
import { partTitle } from './part-title.ts'
import type { ReplayProps } from './replay.tsx'
import { ReplayPlayer } from './replay-player.tsx'
import { TakeList } from './take-list.tsx'

const orderOf = ({ phases, followUps }: Attempt): readonly string[] =>
  [...phases, ...followUps].map(({ id }) => id)

/** The player of an attempt or of a part of it, and its takes. */
export function ReplayPanel({ attempt, part, speech }: ReplayProps & { readonly speech: Speech }) {
  const { recordings } = speech
  const takes = takesOf(useTakes(recordings), attempt.id, part)
  const key = takes.map(({ id, length }) => `${id} ${length}`).join()
  const replay = useMemo(() => replayOf(takes, orderOf(attempt)), [key])
  if (takes.length === 0) return null
  const titleOf = (id: string): string => partTitle(attempt, id)
  return (
    <div class="replay">
      {/* A player holds a sound, so other takes need another one. */}
      <ReplayPlayer key={key} replay={replay} recordings={recordings} titleOf={titleOf} />
      <TakeList attempt={attempt} takes={replay.tracks.map(({ take }) => take)} recordings={recordings} />
    </div>
  )
}
