/** What this reader has no name for. It is thrown for `readPlainYaml` only. */
export const beyond = new Error('not plain')

/** Words that are of another type, or refused as keys. */
const special = /^(?:true|false|null|constructor|prototype)$/i
/** Text that is nothing but text: no sign of YAML begins it, and no colon or number sign stands in it. */
const word = /^[^\s\d.+~?:,[\]{}#&*!|>'"%@`-][^:#]*$/
const flow =
  / *(?:([{[])|([\]}])|(,)|'([^']*)'(?=[ ,\]}])|([A-Za-z][A-Za-z0-9-]*): (?! )|([^,[\]{}]*[^,[\]{} ]))/y

/** Collections within each other on one line. */
const mostDepth = 8

function scalar(text: string): unknown {
  if (/^(?:0|[1-9]\d{0,8})(?:\.\d{1,8})?$/.test(text)) return Number(text)
  if (text === 'true' || text === 'false') return text === 'true'
  if (!word.test(text) || special.test(text)) throw beyond
  return text
}

/** A flow collection that fills a line. */
function collection(text: string): unknown {
  flow.lastIndex = 0
  let depth = 0
  const next = (): RegExpExecArray => {
    const found = flow.exec(text)
    if (!found) throw beyond
    return found
  }
  const value = ([, open, , , quoted, name, plain]: RegExpExecArray): unknown => {
    if (open !== undefined) return nested(open === '[' ? list : map)
    if (quoted !== undefined) return quoted
    if (plain === undefined || name !== undefined) throw beyond
    return scalar(plain)
  }
  const nested = (read: () => unknown): unknown => {
    depth += 1
    if (depth > mostDepth) throw beyond
    const data = read()
    depth -= 1
    return data
  }
  /** Whether another item follows; none may be empty. */
  const more = (close: string): boolean => {
    const [, , end, comma] = next()
    if (end !== close && comma === undefined) throw beyond
    return comma !== undefined
  }
  const list = (): unknown[] => {
    const items: unknown[] = []
    do items.push(value(next()))
    while (more(']'))
    return items
  }
  const map = (): unknown => {
    const data: Record<string, unknown> = {}
    do {
      const name = next()[5]
      if (name === undefined) throw beyond
      put(data, name, value(next()))
    } while (more('}'))
    return data
  }
  const data = value(next())
  if (flow.lastIndex !== text.length) throw beyond
  return data
}

/** What stands behind a key or a dash. */
export function inline(text: string): unknown {
  if (/^[[{]/.test(text)) return collection(text)
  const quoted = /^'([^']*)'$/.exec(text)?.[1]
  return quoted ?? scalar(text)
}

/** Adds a pair to a map. */
export function put(data: Record<string, unknown>, name: string, value: unknown): void {
  if (special.test(name) || Object.hasOwn(data, name)) throw beyond
  data[name] = value
}
