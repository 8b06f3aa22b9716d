/** How often each of some names is among values. */
export const tally = (names: readonly string[], values: readonly string[]): Record<string, number> =>
  Object.fromEntries(names.map((name) => [name, values.filter((value) => value === name).length]))

export const sum = (amounts: readonly number[]): number => amounts.reduce((all, amount) => all + amount, 0)
