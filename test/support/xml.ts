export interface XmlElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: (XmlElement | string)[]
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Characters that XML 1.0 allows, less those that it advises against. */
const allowed = /^[\n\x20-\x7e\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u

function decode(text: string): string {
  if (/[<]|&(?!(?:amp|lt|gt|quot|apos);)|\]\]>/.test(text)) throw new Error(`not escaped: ${text}`)
  return text.replace(/&(\w+);/g, (_, name: string) => entities[name] ?? '')
}

function open(source: string): XmlElement {
  const [, name = '', rest = ''] = /^([a-z]+)((?: [a-z]+="[^"<]*")*)$/.exec(source) ?? []
  if (name === '') throw new Error(`no tag: <${source}>`)
  const attributes = new Map<string, string>()
  for (const [, key = '', value = ''] of rest.matchAll(/ ([a-z]+)="([^"]*)"/g)) {
    if (attributes.has(key)) throw new Error(`two attributes ${key}`)
    attributes.set(key, decode(value))
  }
  return { name, attributes, children: [] }
}

/** Reads the small part of XML that reports need: one root, elements, attributes, text, five entities. Nothing else passes. */
export function readXml(xml: string): XmlElement {
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
  if (!xml.startsWith(declaration)) throw new Error('no declaration')
  if (!allowed.test(xml)) throw new Error('a character that XML can’t hold')
  const top: XmlElement = { name: '', attributes: new Map(), children: [] }
  const path = [top]
  for (const [, tag, text] of xml
    .slice(declaration.length)
    .trimEnd()
    .matchAll(/<([^>]*)>|([^<]+)/g)) {
    const parent = path.at(-1)
    if (!parent) throw new Error('more than one root')
    if (text !== undefined) parent.children.push(decode(text))
    else if (tag?.startsWith('/')) {
      if (path.pop()?.name !== tag.slice(1)) throw new Error(`closed by <${tag}>`)
    } else {
      const element = open(tag?.replace(/\/$/, '') ?? '')
      parent.children.push(element)
      if (!tag?.endsWith('/')) path.push(element)
    }
  }
  const [root, ...others] = top.children
  if (path.length !== 1 || others.length > 0 || typeof root !== 'object') throw new Error('not one root')
  return root
}

/** Every element of a name. */
export function elementsOf(element: XmlElement, name: string): XmlElement[] {
  const inside = element.children.flatMap((child) =>
    typeof child === 'string' ? [] : elementsOf(child, name),
  )
  return element.name === name ? [element, ...inside] : inside
}

/** The texts of every element of a name. */
export const textsOf = (element: XmlElement, name: string): string[] =>
  elementsOf(element, name).map(({ children }) =>
    children.filter((child) => typeof child === 'string').join(''),
  )
