import { wordSet } from '../text/word-set.ts'
import type { Token } from './tokens.ts'

const negations = wordSet('no not never nothing nobody none neither nor nowhere without hardly')
/** Words that deny what stands around them. */
const denials = wordSet('impossible unnecessary pointless unable lack lacks lacking')
/** After a negation these make a bound or a condition of it: “no more than”, “not before”, “not only”. */
const bounding = wordSet(
  'more less fewer later sooner worse better higher lower greater larger smaller slower faster above over below under beyond only just until before unless if matter',
)
/** “no longer than” is a bound, “no longer done” is none. */
const compared = wordSet('longer earlier older')
/** What a negation after the thing denies: “a rollback is not needed”. */
const predicates = wordSet('needed required necessary possible planned foreseen available there')
const copulas = wordSet('is are was were be been being')
/** Where a new clause begins without a sign. */
const turns = wordSet(
  'but so because cos instead rather until unless although though while whereas therefore then →',
)
const conditions = wordSet('if when whenever once should where after')

/** How far a negation inside a condition reaches: what depends on the condition is not denied. */
const conditionReach = 3
/** How far one reaches at all. */
const reach = 16

const at = (tokens: readonly Token[], index: number): string => tokens[index]?.text ?? ''

const ends = (tokens: readonly Token[], index: number): boolean =>
  tokens[index] === undefined || tokens[index]?.type === 'break' || turns.has(at(tokens, index))

/** The “no” of “yes or no” and “yes/no”. */
const isEither = (tokens: readonly Token[], index: number): boolean =>
  at(tokens, index - 1) === 'yes' ||
  (/^(?:or|and|\/)$/.test(at(tokens, index - 1)) && at(tokens, index - 2) === 'yes')

/** Whether a word denies something, other than in a bound (“no more than”) or a condition (“not before”). */
export function isNegation(tokens: readonly Token[], index: number): boolean {
  const text = at(tokens, index)
  if (denials.has(text)) return true
  if (!negations.has(text)) return false
  const next = at(tokens, index + 1)
  if (bounding.has(next) || (compared.has(next) && at(tokens, index + 2) === 'than')) return false
  if (text === 'no' && isEither(tokens, index)) return false
  return !(text === 'not' && /^(?:or|if)$/.test(at(tokens, index - 1)))
}

/** The first and the last token that a negation denies. */
function scopeOf(tokens: readonly Token[], index: number): readonly [number, number] {
  let first = index
  let conditional = false
  while (first > 0 && first > index - reach && !ends(tokens, first - 1)) {
    first -= 1
    conditional ||= conditions.has(at(tokens, first))
  }
  let last = index
  const furthest = index + (conditional ? conditionReach : reach)
  while (last < furthest && !ends(tokens, last + 1)) last += 1
  const behind =
    denials.has(at(tokens, index)) ||
    (copulas.has(at(tokens, index - 1)) && predicates.has(at(tokens, index + 1)))
  return [behind ? first : index + 1, last]
}

/**
 * For each token whether it is denied: whether it stands in the scope of a negation, or of any odd number of them
 * (“nothing ships without a way back”).
 * @param except places of negations that are meant
 */
export function deniedTokens(tokens: readonly Token[], except: readonly number[] = []): readonly boolean[] {
  const denied: boolean[] = []
  for (let index = 0; index < tokens.length; index += 1) {
    if (!isNegation(tokens, index) || except.includes(index)) continue
    const [first, last] = scopeOf(tokens, index)
    for (let place = first; place <= last; place += 1) if (place !== index) denied[place] = !denied[place]
  }
  return denied
}

/**
 * Whether a sentence affirms or denies what was matched in it: a match in the scope of a negation that is no part of
 * the match itself is denied.
 * @param matched places of the tokens that matched
 */
export function polarityOf(tokens: readonly Token[], matched: readonly number[]): 'affirmed' | 'denied' {
  const denied = deniedTokens(tokens, matched)
  return matched.some((index) => denied[index]) ? 'denied' : 'affirmed'
}
