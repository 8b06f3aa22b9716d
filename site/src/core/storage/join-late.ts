import { applyChange, type Change } from '../model/change.ts'
import { canonicalJson } from '../model/objects.ts'
import { defaultSettings, type Library, type Settings } from '../model/records.ts'
import { mergeLibraries } from './merge.ts'

/** The settings of the storage, with what the learner has changed while they could not be read. */
function joinSettings(stored: Settings, made: Settings): Settings {
  const isChanged = (key: string): boolean =>
    canonicalJson(Reflect.get(made, key)) !== canonicalJson(Reflect.get(defaultSettings, key))
  const changed = Object.entries(made).filter(([key]) => key !== 'updatedAt' && isChanged(key))
  if (changed.length === 0) return stored
  return { ...stored, ...Object.fromEntries(changed), updatedAt: Math.max(stored.updatedAt, made.updatedAt) }
}

/**
 * Joins what was made while the storage could not be read with what it turns out to hold.
 * @param removed what was deleted meanwhile
 * @returns the whole, and what has to be written for it
 */
export function joinLate(
  stored: Library,
  made: Library,
  removed: Change['removed'] = {},
): { readonly library: Library; readonly change: Change } {
  const left = applyChange(stored, { removed })
  const settings = joinSettings(stored.settings, made.settings)
  const library = { ...mergeLibraries(left, made), settings }
  const known = new Set<unknown>([...left.attempts, ...left.cards, ...left.reviews, ...left.samples])
  const fresh = <Item>(items: readonly Item[]): readonly Item[] => items.filter((item) => !known.has(item))
  const { attempts, cards, reviews, samples } = library
  return {
    library,
    change: {
      ...{ attempts: fresh(attempts), cards: fresh(cards), reviews: fresh(reviews), samples: fresh(samples) },
      removed,
      ...(settings === stored.settings ? {} : { settings }),
    },
  }
}
