/** Where the line of an offset begins. */
export const lineStart = (source: string, at: number): number =>
  Math.max(source.lastIndexOf('\n', at - 1), source.lastIndexOf('\r', at - 1)) + 1

/** A line of a text, from where it begins. */
export const lineFrom = (source: string, start: number): string =>
  /[^\r\n]*/.exec(source.slice(start, start + 400))?.[0] ?? ''
