import type { Item } from './draft.ts'
import { compile, type Evaluate } from './evaluate.ts'
import type { Expression } from './expression.ts'

type Items = readonly Item[]
const mostLinks = 2
const mostReadings = 16

const operator = (text: string): Item => ({ kind: 'operator', text })

/** In “0.19 USD per 1,000”, the thousand may be meant as the unit of what is counted. */
function isRound({ operands }: Expression, item: Item | undefined): boolean {
  const value = item?.kind === 'operand' ? (operands[item.index]?.value ?? 0) : 0
  return value >= 100 && Number.isInteger(Math.log10(value))
}

/** What `20 cells of 600` or `5 per 1,000` may mean: a product, a share, or only one of the two numbers. */
function* senses(items: Items, at: number, expression: Expression): Generator<Items> {
  const link = items[at]
  const before = items[at - 1]
  if (link?.kind !== 'link') return
  const put = (item: Item): Items => [...items.slice(0, at), item, ...items.slice(at + 1)]
  const isShare = before?.kind === 'operand' && (expression.operands[before.index]?.share ?? 1) !== 1
  if (link.word === 'of') yield put(operator('*'))
  if (isShare) return
  if (link.word !== 'of' || !link.labelled) yield put(operator('/'))
  if (link.word !== 'of' && !isRound(expression, items[at + 1])) return
  if (before?.kind !== 'operand' || items.length <= 3) return
  yield [...items.slice(0, at - 1), ...items.slice(at + 1)]
  yield [...items.slice(0, at), ...items.slice(at + 2)]
}

/** `log` is the decimal logarithm or the natural one. */
function* logarithms(items: Items): Generator<Items> {
  const isLog = (item: Item): boolean => item.kind === 'call' && item.name === 'log'
  if (!items.some(isLog)) yield items
  else
    for (const name of ['log10', 'ln'])
      yield items.map((item) => (isLog(item) ? { kind: 'call', name } : item))
}

/** What is left of a dash between blanks may be no part of the calculation. */
function* dashes(items: Items): Generator<Items> {
  yield items
  let depth = 0
  const at = items.findIndex((item) => {
    if (item.kind === 'open') depth += 1
    if (item.kind === 'close') depth -= 1
    return depth === 0 && item.kind === 'operator' && item.dash
  })
  const rest = items.slice(at + 1)
  if (at !== -1 && rest.some(({ kind }) => kind === 'operator')) yield rest
}

function* resolved(items: Items, expression: Expression): Generator<Items> {
  const at = items.findIndex(({ kind }) => kind === 'link')
  if (at === -1) yield items
  else for (const sense of senses(items, at, expression)) yield* resolved(sense, expression)
}

function* readings(expression: Expression): Generator<Items> {
  for (const one of resolved(expression.items, expression))
    for (const two of logarithms(one)) yield* dashes(two)
}

/** Every step of a chain asks for the same expressions, and each result for those before it. */
const known = new WeakMap<Expression, readonly Evaluate[]>()

/** The ways to understand an expression; the first is the likeliest. None where there are too many. */
export function readingsOf(expression: Expression): readonly Evaluate[] {
  const found = known.get(expression) ?? read(expression)
  known.set(expression, found)
  return found
}

function read(expression: Expression): readonly Evaluate[] {
  if (expression.items.filter(({ kind }) => kind === 'link').length > mostLinks) return []
  const found: Evaluate[] = []
  for (const items of readings(expression)) {
    const evaluate = compile(items)
    if (evaluate) found.push(evaluate)
    if (found.length === mostReadings) break
  }
  return found
}

/** Whether an expression computes something, rather than being a number. */
export const isCalculation = ({ items }: Expression): boolean =>
  items.some(({ kind }) => kind === 'operator' || kind === 'call' || kind === 'link')

/** Whether all that it does is to add and subtract. */
export const isSum = ({ items }: Expression): boolean =>
  items.every((item) => item.kind !== 'operator' || item.text === '+' || item.text === '-') &&
  !items.some(({ kind }) => kind === 'call' || kind === 'link')
