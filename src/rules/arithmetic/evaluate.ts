import jsep from 'jsep'
import type { Item } from './draft.ts'

/** The value of an expression for values of its operands. */
export type Evaluate = (values: readonly number[]) => number

const functions: Readonly<Record<string, (value: number) => number>> = {
  ln: Math.log,
  log2: Math.log2,
  log10: Math.log10,
  sqrt: Math.sqrt,
  exp: Math.exp,
}

const operators: Readonly<Record<string, (left: number, right: number) => number>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  '**': (left, right) => left ** right,
}

const isBinary = (node: jsep.Expression): node is jsep.BinaryExpression => node.type === 'BinaryExpression'
const isCall = (node: jsep.Expression): node is jsep.CallExpression => node.type === 'CallExpression'

/** Whether nothing is before an item, or nothing but a parenthesis. */
const isFirst = (items: readonly Item[], index: number): boolean =>
  index === 0 || items[index - 1]?.kind === 'open'

/** An item in the language of the parser, operands as `x0`, `x1`, …; undefined where something is missing. */
function write(item: Item, index: number, items: readonly Item[]): string | undefined {
  const [before, next] = [items[index - 1], items[index + 1]]
  switch (item.kind) {
    case 'operand': {
      const name = `x${item.index}`
      if (before?.kind === 'negation' && !isFirst(items, index - 1)) return `${name})`
      return before?.kind === 'call' ? `(${name})` : name
    }
    case 'negation':
      if (isFirst(items, index)) return '0-'
      return next?.kind === 'operand' ? '(0-' : undefined
    case 'operator':
      return item.text === '^' ? '**' : item.text
    case 'call':
      return next?.kind === 'open' || next?.kind === 'operand' ? item.name : undefined
    case 'open':
      return '('
    case 'close':
      return ')'
    case 'link':
      return undefined
  }
}

function evaluate(node: jsep.Expression, values: readonly number[]): number {
  if (isBinary(node)) {
    const { operator, left, right } = node
    return operators[operator]?.(evaluate(left, values), evaluate(right, values)) ?? Number.NaN
  }
  if (isCall(node)) {
    const [argument] = node.arguments
    return argument
      ? (functions[String(node.callee['name'])]?.(evaluate(argument, values)) ?? Number.NaN)
      : Number.NaN
  }
  if (node.type === 'Identifier') return values[Number(String(node['name']).slice(1))] ?? Number.NaN
  return Number(node['value'])
}

/** An expression that can be evaluated for any values; undefined for items that are none. */
export function compile(items: readonly Item[]): Evaluate | undefined {
  const parts = items.map(write)
  if (parts.includes(undefined)) return undefined
  const tree = jsep(parts.join(''))
  return (values) => evaluate(tree, values)
}
