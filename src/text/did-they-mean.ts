import { letters, longestMisspelt, nearest } from './did-you-mean.ts'
import { singularSlug } from './slug.ts'

/**
 * What `didYouMean` says of many words among many candidates. They are prepared once, when the first word is asked for: 100 broken
 * links among 100,000 files take a second, not twenty.
 */
export function didTheyMean(candidates: () => Iterable<string>): (word: string) => string | undefined {
  let known: { all: readonly string[]; places: ReadonlyMap<string, number> } | undefined
  const prepare = (): NonNullable<typeof known> => {
    const all = [...candidates()]
    const places = new Map<string, number>()
    const put = (key: string, place: number): void => void (places.has(key) || places.set(key, place))
    for (const [place, candidate] of all.entries()) {
      const lower = candidate.toLowerCase()
      put(`slug ${singularSlug(lower)}`, place)
      put(`letters ${letters(lower)}`, place)
    }
    return { all, places }
  }
  return (word) => {
    const lower = word.toLowerCase()
    if (lower.length > longestMisspelt) return undefined
    known ??= prepare()
    const { all, places } = known
    const slugged = places.get(`slug ${singularSlug(lower)}`) ?? all.length
    const swapped = places.get(`letters ${letters(lower)}`) ?? all.length
    return all[Math.min(slugged, swapped)] ?? nearest(lower, all)
  }
}
