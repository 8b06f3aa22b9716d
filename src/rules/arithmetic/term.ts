import { wordSet } from '../../text/word-set.ts'
import { addConstant, addOperand, type Draft } from './draft.ts'
import { functionAt, isE } from './functions.ts'
import { isEnd } from './label.ts'
import { isNumber } from './numerals.ts'
import { readOperand } from './operand.ts'
import type { Token } from './tokens.ts'

const mostDepth = 16
const mostItems = 500
const mostNames = 2
const about = wordSet('about roughly approximately around nearly almost circa ca some ~ ≈')
const fillers = wordSet(
  'a an the its our their this these those assumed say only another each every estimated measured typical mean ' +
    'average total exactly just still all',
)

/** Whether a term may begin with a token. */
export function startsTerm(tokens: readonly Token[], at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]]
  if (token?.kind === 'open') return token.apart || before?.kind !== 'word'
  if (isE(tokens, at) || functionAt(tokens, at) !== undefined) return true
  return isNumber(token) || token?.kind === 'currency' || token?.kind === 'plus-minus'
}

function skipFillers(draft: Draft): void {
  for (let token = draft.tokens[draft.at]; token; token = draft.tokens[draft.at]) {
    if (about.has(token.text)) draft.about ||= draft.operands.length === 0
    else if (token.kind !== 'plus-minus' && !(token.kind === 'word' && fillers.has(token.text))) return
    draft.at += 1
  }
}

/** Skips what a summand is called: `VAD 32 ms + ASR 120 ms`. In `stage 1 + stage 2` the numbers are names. */
function skipNames(draft: Draft, first: Token | undefined): void {
  const { tokens, items, at } = draft
  const sign = items.at(-1)
  if (sign?.kind !== 'operator' || sign.text !== '+') return
  let next = at
  for (let token = tokens[next]; token?.kind === 'word' && next < at + mostNames; token = tokens[next]) {
    if (isEnd(token.text) || isNumber(token)) break
    next += 1
  }
  const name = tokens[next - 1]?.text.toLowerCase()
  if (next > at && tokens[next]?.kind === 'number' && name !== first?.text.toLowerCase()) draft.at = next
}

function readNumber(draft: Draft): boolean {
  const { tokens, at } = draft
  const token = tokens[at]
  if (token && isE(tokens, at)) {
    addConstant(draft, Math.E, token)
    draft.end = token.end
    draft.at += 1
    return true
  }
  const currency = token?.kind === 'currency' || token?.text === 'USD' ? token.text : undefined
  const first = currency === undefined ? at : at + 1
  const read = isNumber(tokens[first])
    ? readOperand(tokens, first, { currency, isAlone: draft.operands.length === 0 })
    : undefined
  if (!read) return false
  addOperand(draft, read.operand)
  draft.end = read.operand.end
  draft.at = read.next
  return true
}

/**
 * Reads a number, with the parentheses, functions and minus before it.
 * @param name the word before the expression
 */
export function readTerm(draft: Draft, name: Token | undefined): boolean {
  while (draft.items.length < mostItems) {
    skipFillers(draft)
    skipNames(draft, name)
    const { tokens, items, at } = draft
    const token = tokens[at]
    const call = functionAt(tokens, at)
    if (token?.kind === 'operator' && (token.text === '-' || token.text === '+')) {
      if (items.at(-1)?.kind === 'negation') return false
      if (token.text === '-') items.push({ kind: 'negation' })
    } else if (token?.kind === 'open') {
      draft.depth += 1
      if (draft.depth > mostDepth) return false
      items.push({ kind: 'open' })
    } else if (call) items.push({ kind: 'call', name: call })
    else return readNumber(draft)
    draft.at += 1
  }
  return false
}
