import { canonicalJson } from '../model/objects.ts'
import type { Attempt, GivenVerdicts, Grade, Instant } from '../model/types.ts'
import { gradeOf, shareOf } from './score.ts'

/** What the package reads from a reply. */
interface ReadReply {
  readonly verdicts: Readonly<Record<string, Grade>>
  readonly redFlags: readonly string[]
  readonly quotes: Readonly<Record<string, string>>
}

/** A reply as it is stored. */
export function givenFrom({ verdicts, redFlags, quotes }: ReadReply, at: Instant): GivenVerdicts {
  const quoteOf = (id: string): string => (Object.hasOwn(quotes, id) ? (quotes[id] ?? '') : '')
  return {
    at,
    verdicts: Object.fromEntries(
      Object.entries(verdicts).map(([id, verdict]) => [id, { verdict, quote: quoteOf(id) }]),
    ),
    redFlags: redFlags.map((id) => ({ id, quote: quoteOf(id) })),
  }
}

/** Whether a reply says the same as one that was read before. */
export const isKnown = (attempt: Attempt, given: GivenVerdicts): boolean =>
  attempt.verdicts.some((each) => canonicalJson({ ...each, at: 0 }) === canonicalJson({ ...given, at: 0 }))

/** The learner's grades beside the verdicts of somebody else, as ids of criteria. */
export interface Agreement {
  readonly same: readonly string[]
  /** The learner gave more. */
  readonly kinder: readonly string[]
  /** The learner gave less. */
  readonly stricter: readonly string[]
}

/** Compares grades with verdicts on the same criteria, in the order of the attempt. */
export function agreement(attempt: Attempt, { verdicts }: GivenVerdicts): Agreement {
  const apart = (isWanted: (difference: number) => boolean): readonly string[] =>
    attempt.criteria.flatMap(({ id }) => {
      const mine = gradeOf(attempt, id)
      const theirs = Object.hasOwn(verdicts, id) ? verdicts[id]?.verdict : undefined
      if (mine === undefined || theirs === undefined) return []
      return isWanted(shareOf[mine] - shareOf[theirs]) ? [id] : []
    })
  return {
    same: apart((difference) => difference === 0),
    kinder: apart((difference) => difference > 0),
    stricter: apart((difference) => difference < 0),
  }
}
