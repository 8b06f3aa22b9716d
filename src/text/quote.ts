/** `a`, `b` or `c`, each in backticks. */
export function oneOf(values: readonly string[], conjunction = 'or'): string {
  const quoted = values.map((value) => `\`${value}\``)
  const last = quoted.pop()
  return quoted.length === 0 ? (last ?? '') : `${quoted.join(', ')} ${conjunction} ${last}`
}

/** Author text inside a message: in backticks, on one line, cut where it is long. */
export function quote(text: string, most = 60): string {
  const line = text.replace(/\s+/g, ' ').trim()
  const shown = line.length > most ? `${line.slice(0, most - 1)}…` : line
  return `\`${shown.replaceAll('`', 'ˋ')}\``
}
