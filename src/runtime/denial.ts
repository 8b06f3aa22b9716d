import { deniedTokens } from '../rubric/polarity.ts'
import type { Token } from '../rubric/tokens.ts'
import { wordSet } from '../text/word-set.ts'

/** Negations of a verb; those of a thing (“no”) end with it. */
const verbal = new Set(['not', 'never'])
const negations = new Set(['not', 'never', 'no', 'nobody', 'nothing', 'refuse'])
/** These deny only right before a “that”: a false start is none. */
const untrue = new Set(['false', 'wrong', 'untrue'])
/** Words that an enumerated thing doesn't hold. */
const clausal = wordSet(
  'i we it they he she you there this that is are was were has have had will can must may should would so but because if when while then which who only instead',
)
/** An enumerated thing has at most this many words. */
const longestThing = 6
/** A sentence is denied as a whole by a negation before a “that” among its first words (“it is not true that”). */
const opening = 9
/** What stands right before that “that”. Behind another word (“because that”, “a part that”) it begins something else. */
const saying = wordSet(
  'case true correct right plan planned intention intended so think believe claim say said show shown prove proved proven mean know known assume expect agree agreed decide decided promise promised guarantee guaranteed ensure accept conclude report state suggest sign sure certain convinced evidence proof reason',
)

const isBreak = (token: Token | undefined): boolean => token === undefined || token.type === 'break'

/**
 * Carries on what a verb denies over enumerated things: “not compared by device, language and build”. A negation alone ends
 * with its clause.
 */
function overEnumeration(tokens: readonly Token[], denied: readonly boolean[]): readonly boolean[] {
  const first = tokens.findIndex(({ text }) => verbal.has(text))
  if (first === -1) return denied
  const found = [...denied]
  for (let index = first; index < tokens.length; index += 1) {
    if (tokens[index]?.text !== ',' || !found[index - 1]) continue
    let end = index + 1
    while (!isBreak(tokens[end])) end += 1
    const thing = tokens.slice(index + 1, end).map(({ text }) => text)
    const joined = thing.findIndex((text, place) => place > 0 && /^(?:and|or)$/.test(text))
    const size = joined === -1 ? thing.length : joined
    if (size === 0 || size > longestThing || thing.some((text) => clausal.has(text))) continue
    for (let place = index + 1; place < end; place += 1) found[place] = true
  }
  return found
}

const copulas = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being', 'get', 'gets'])
const participle =
  /(?:ed|kept|held|built|run|done|made|sent|cut|split|shown|told|set|given|taken|written|read|known|found|thought|spent)$/
const turns = new Set(['but', 'so', 'because', 'that', 'which', 'who', 'when', 'if', 'while', 'and'])

const endsClause = (token: Token | undefined): boolean => isBreak(token) || turns.has(token?.text ?? '')

/** What a passive denies stands before it: “the age of the queue is not measured”. */
function beforePassive(
  tokens: readonly Token[],
  denied: readonly boolean[],
  meant: readonly number[],
): readonly boolean[] {
  const found = [...denied]
  for (let index = 1; index < tokens.length; index += 1) {
    if (!verbal.has(tokens[index]?.text ?? '') || meant.includes(index)) continue
    const next = tokens[index + 1]?.text ?? ''
    const verb =
      next.endsWith('ly') || next === 'even' || next === 'yet' ? (tokens[index + 2]?.text ?? '') : next
    if (!copulas.has(tokens[index - 1]?.text ?? '') || !participle.test(verb)) continue
    for (let place = index - 2; !endsClause(tokens[place]); place -= 1) found[place] = !found[place]
  }
  return found
}

/** How many tokens deny a sentence as a whole by how it begins: “it is not true that …”, “there is no plan that …”. */
function openingDenial(tokens: readonly Token[]): number {
  const that = tokens.findIndex(({ text }, index) => index > 0 && text === 'that')
  if (that === -1 || that > opening) return 0
  const before = tokens.slice(0, that)
  const last = before.at(-1)?.text ?? ''
  const denies =
    (untrue.has(last) || (saying.has(last) && before.some(({ text }) => negations.has(text)))) &&
    before.every(({ type, text }) => type !== 'break' || text === ':')
  return denies ? that : 0
}

/** What is denied by “not the case that” in the midst of a sentence stands behind it. */
function behindThat(tokens: readonly Token[], denied: readonly boolean[]): readonly boolean[] {
  const that = tokens.findIndex(
    ({ text }, index) =>
      index > 0 &&
      text === 'that' &&
      saying.has(tokens[index - 1]?.text ?? '') &&
      tokens
        .slice(Math.max(0, index - 6), index)
        .some((token) => negations.has(token.text) || untrue.has(token.text)),
  )
  return that === -1 ? denied : tokens.map((_, index) => index > that || (denied[index] ?? false))
}

/** What “refuse to” and “decline to” deny, to the end of the clause. */
function behindRefusal(tokens: readonly Token[], denied: readonly boolean[]): readonly boolean[] {
  const found = [...denied]
  for (let index = 1; index < tokens.length; index += 1) {
    if (
      tokens[index]?.text !== 'to' ||
      !/^(?:refus|declin)(?:e|es|ed|ing)$/.test(tokens[index - 1]?.text ?? '')
    )
      continue
    for (let place = index + 1; !endsClause(tokens[place]); place += 1) found[place] = !found[place]
  }
  return found
}

/**
 * Reads what a sentence denies: for each token, whether it is denied, which what is denied twice is not.
 * @param meant places of words that matched: a negation among them is what was looked for
 */
export function denialIn(tokens: readonly Token[], meant: readonly number[] = []): readonly boolean[] {
  const from = openingDenial(tokens)
  const rest = tokens.slice(from)
  const places = meant.map((place) => place - from)
  const near = behindRefusal(rest, overEnumeration(rest, deniedTokens(rest, places)))
  const denied = behindThat(rest, beforePassive(rest, near, places))
  return tokens.map((_, index) => index >= from && (denied[index - from] ?? false) !== from > 0)
}

const introduction =
  /\b(?:none of|not (?:do|done|doing|need|needed|plan|planned|going|happen)|(?:do|wo|is|are|did|would)n[’']t|never do|out of scope|skipped|refuse)\b/i

/** Whether a line that introduces others says that they are not so: “we do none of these:”, “Not needed”. */
export const deniesWhatFollows = (line: string): boolean => introduction.test(line)
