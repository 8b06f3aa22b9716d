import type { Token } from './tokens.ts'

const mostDepth = 16

interface Group {
  readonly tokens: Token[]
  hasEquation: boolean
}

/**
 * Splits tokens so that no equation is inside another: parentheses with an equation in them are a list of their own,
 * and what is around them goes on without them.
 */
export function separate(tokens: readonly Token[]): readonly Token[][] {
  const lists: Token[][] = []
  const open: Group[] = []
  let group: Group = { tokens: [], hasEquation: false }
  const close = (): void => {
    const inner = group
    group = open.pop() ?? { tokens: [], hasEquation: false }
    if (inner.hasEquation) lists.push(inner.tokens.slice(1))
    else for (const token of inner.tokens) group.tokens.push(token)
  }
  for (const token of tokens) {
    if (token.kind === 'open' && open.length < mostDepth) {
      open.push(group)
      group = { tokens: [token], hasEquation: false }
    } else if (token.kind === 'close' && open.length > 0) {
      if (!group.hasEquation) group.tokens.push(token)
      close()
    } else {
      group.tokens.push(token)
      group.hasEquation ||= token.kind === 'relation'
    }
  }
  while (open.length > 0) close()
  return [...lists, group.tokens]
}
