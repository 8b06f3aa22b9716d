/** `1 attempt`, `2 attempts`. */
export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`

/** What a folded list holds: `One more attempt`, `2 more attempts`. */
export const more = (count: number, one: string, many = `${one}s`): string =>
  count === 1 ? `One more ${one}` : `${count} more ${many}`
