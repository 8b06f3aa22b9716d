/** Compares numbers in order, then content, so that different records are never equal. */
export function isLater(
  a: readonly number[],
  b: readonly number[],
  contentA: () => string,
  contentB: () => string,
): boolean {
  const index = a.findIndex((value, at) => value !== b[at])
  if (index >= 0) return (a[index] ?? 0) > (b[index] ?? 0)
  return contentA() > contentB()
}
