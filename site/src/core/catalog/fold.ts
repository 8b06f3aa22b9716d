/** The drills of a list that are shown, and those that are folded behind them. */
export interface Folded<Item> {
  readonly shown: readonly Item[]
  readonly rest: readonly Item[]
}

/** A list of up to so many is shown as a whole. */
const most = 30
/** So many are shown of a longer one, which would push what comes after it out of reach. */
const atFirst = 20

export const fold = <Item>(items: readonly Item[]): Folded<Item> =>
  items.length <= most
    ? { shown: items, rest: [] }
    : { shown: items.slice(0, atFirst), rest: items.slice(atFirst) }
