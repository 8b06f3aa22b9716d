import { distance } from 'fastest-levenshtein'
import { shingles } from '../../text/shingles.ts'
import { singularSlug, slug } from '../../text/slug.ts'
import type { ExistingDrills } from './existing-drills.ts'

const sameWords = (one: string, other: string): boolean => {
  const sorted = (text: string): string => [...new Set(singularSlug(text).split('-'))].sort().join(' ')
  return sorted(one) === sorted(other)
}

/** A typo: one letter, in long names two or more. */
const nearlySpelled = (one: string, other: string): boolean => {
  const shorter = Math.min(one.length, other.length)
  return distance(one, other) <= Math.max(1, Math.floor(shorter / 12))
}

function sharedRuns(one: string, other: string): number {
  const [left, right] = [shingles(one), shingles(other)]
  const both = left.filter((run) => right.includes(run)).length
  return both === 0 ? 0 : both / (left.length + right.length - both)
}

/** Whether two names are similar: the same words, nearly the same letters, or many three-word runs in common. */
function alike(one: string, other: string, share: number): boolean {
  return sameWords(one, other) || nearlySpelled(slug(one), slug(other)) || sharedRuns(one, other) >= share
}

/** The drills with a title or id similar to that of a new one. */
export function nearDrills(
  { id, title }: { readonly id: string; readonly title: string },
  { drills, definitions }: ExistingDrills,
): ExistingDrills['drills'] {
  const share = definitions.loop.limits.duplicateShare
  const spaced = (name: string): string => name.replaceAll('-', ' ')
  return drills.filter(
    (drill) => alike(title, drill.title, share) || alike(spaced(id), spaced(drill.id), share),
  )
}
