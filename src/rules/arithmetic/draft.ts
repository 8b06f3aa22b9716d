import { constant, type Operand } from './operand.ts'
import type { Token } from './tokens.ts'

/** A piece of an expression, in the order in which it is written. */
export type Item =
  | { readonly kind: 'operand'; readonly index: number }
  | { readonly kind: 'operator'; readonly text: string; readonly dash?: true }
  /** A minus that has nothing before it to take from. */
  | { readonly kind: 'negation' }
  /** `of`, `per` or `in` between two numbers: what it means is to be found out. */
  | { readonly kind: 'link'; readonly word: string; readonly labelled: boolean }
  | { readonly kind: 'call'; readonly name: string }
  | { readonly kind: 'open' | 'close' }

/** What has been read of an expression. */
export interface Draft {
  readonly tokens: readonly Token[]
  readonly items: Item[]
  readonly operands: Operand[]
  /** The token that is read next. */
  at: number
  /** How many parentheses are open. */
  depth: number
  /** Whether it begins with “about” or the like. */
  about: boolean
  /** Where its last digit or parenthesis ends. */
  end: number
}

export const draftAt = (tokens: readonly Token[], at: number): Draft => ({
  ...{ tokens, items: [], operands: [], at },
  ...{ depth: 0, about: false, end: tokens[at]?.end ?? 0 },
})

export function addOperand({ items, operands }: Draft, operand: Operand): void {
  items.push({ kind: 'operand', index: operands.length })
  operands.push(operand)
}

/** Adds a number that is no number in the text, such as the base of `e^−2`. */
export const addConstant = (draft: Draft, value: number, given: Partial<Operand>): void =>
  addOperand(draft, constant(value, given))
