import type { Change, Library } from '../core/records.ts'
import type { Attempt } from '../core/types.ts'
import type { Notice } from './notices.ts'

const ids = (items: readonly { readonly id: string }[]): readonly string[] => items.map(({ id }) => id)

/**
 * Removes all that a tab knew of. What was on its way to the storage while another tab deleted everything would stay there
 * else, and be back after a reload.
 */
export const removalOf = ({ attempts, cards, reviews }: Library): Change => ({
  removed: { attempts: ids(attempts), cards: ids(cards), reviews: ids(reviews) },
})

/**
 * What to tell in a tab when another one has deleted everything.
 * @param lost open attempts that were being written in this tab: only the learner can say whether they were meant
 */
export function wipedNotice(lost: readonly Attempt[], keep: (lost: readonly Attempt[]) => void): Notice {
  const id = 'wiped'
  const text = 'Everything was deleted in another tab.'
  if (lost.length === 0) return { id, text }
  const titles = lost.map(({ title }) => `“${title}”`).join(', ')
  return {
    id,
    text: `${text} You were writing here: ${titles}. That is not stored any more; it can still be kept.`,
    action: { text: 'Keep what I wrote', act: () => keep(lost) },
  }
}
