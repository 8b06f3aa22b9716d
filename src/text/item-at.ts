/** An item that is known to be there: that it is missing is a bug, which must not go on as a zero or an empty text. */
export function itemAt<T>(list: ArrayLike<T>, index: number): T {
  const item = list[index]
  if (item === undefined) throw new RangeError(`no item ${index} in a list of ${list.length}`)
  return item
}
