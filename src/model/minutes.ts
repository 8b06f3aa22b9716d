import type { Definitions } from './definitions.ts'
import type { Kind } from './drill.ts'

type Loop = Pick<Definitions['loop'], 'kinds' | 'phases'>

/** All phases together. */
export const phaseMinutes = ({ phases }: Loop): number =>
  phases.reduce((sum, { minutes }) => sum + minutes, 0)

/** How long a drill of a kind takes: its phases, or, in prose, which has none, what the practice loop declares. */
export function minutesOf(kind: Kind, loop: Loop): number {
  const { answer, minutes } = loop.kinds[kind]
  return answer === 'prose' && minutes !== undefined ? minutes : phaseMinutes(loop)
}
