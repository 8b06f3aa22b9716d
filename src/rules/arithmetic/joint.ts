import type { Draft, Item } from './draft.ts'
import { isNumber } from './numerals.ts'
import type { Token } from './tokens.ts'

const words: ReadonlyMap<string, string> = new Map([
  ['plus', '+'],
  ['minus', '-'],
  ['times', '*'],
])
const verbs: ReadonlyMap<string, string> = new Map([
  ['divided', '/'],
  ['multiplied', '*'],
])

/** Whether a token is an operator, as a sign or as a word. */
export const isOperator = (token: Token | undefined): boolean =>
  token?.kind === 'operator' || (token?.kind === 'word' && words.has(token.text))

/** `20 cells of 600`, `5 per 1,000`, `1 in 40`. */
function linkBefore({ tokens, operands, at }: Draft): Item | undefined {
  const { label = [] } = operands.at(-1) ?? {}
  const word = label.at(-1) ?? ''
  const links = word === 'of' || word === 'per' || word === 'every' || (word === 'in' && label.length === 1)
  return links && isNumber(tokens[at]) ? { kind: 'link', word, labelled: label.length > 1 } : undefined
}

/** What joins the last number to the next, and how many tokens it takes; undefined where nothing does. */
export function jointOf(draft: Draft): { readonly item: Item; readonly length: number } | undefined {
  const [token, next] = [draft.tokens[draft.at], draft.tokens[draft.at + 1]]
  if (token?.kind === 'operator') {
    const { text, dash } = token
    return { item: { kind: 'operator', text, ...(dash && { dash }) }, length: 1 }
  }
  const link = linkBefore(draft)
  if (link) return { item: link, length: 0 }
  const word = token?.kind === 'word' ? token.text : ''
  const text = words.get(word)
  if (text) return { item: { kind: 'operator', text }, length: 1 }
  const verb = next?.text === 'by' ? verbs.get(word) : undefined
  return verb ? { item: { kind: 'operator', text: verb }, length: 2 } : undefined
}
