/** The order of code units, the same on every machine; that of a locale is not. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
