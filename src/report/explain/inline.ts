import type { Definition, PhrasingContent } from 'mdast'
import type { Paint, Style } from './paint.ts'

export interface Inline {
  readonly paint: Paint
  /** The whole address of a link. */
  readonly resolve: (url: string) => string
  readonly definitions: ReadonlyMap<string, Definition>
}

const styles: Readonly<Record<string, Style>> = { strong: 'bold', emphasis: 'italic' }

/** Words are painted one by one, so that a line can be broken between any two of them. */
const painted = (text: string, style: Style | undefined, paint: Paint): string =>
  style === undefined ? text : text.replace(/\S+/g, (word) => paint(style, word))

const urlOf = (node: PhrasingContent, { definitions }: Inline): string | undefined => {
  if (node.type === 'link' || node.type === 'image') return node.url
  if (node.type === 'linkReference' || node.type === 'imageReference')
    return definitions.get(node.identifier)?.url
  return undefined
}

/** Text with marks as one line for a terminal: styles instead of marks, and the address of a link behind its words. */
export function inlineText(nodes: readonly PhrasingContent[], inline: Inline, style?: Style): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return painted(node.value.replace(/\s+/g, ' '), style, inline.paint)
      if (node.type === 'break') return ' '
      if (node.type === 'inlineCode') {
        const code = painted(node.value, 'cyan', inline.paint)
        return code === node.value ? `\`${code}\`` : code
      }
      const words =
        'children' in node
          ? inlineText(node.children, inline, styles[node.type] ?? style)
          : 'alt' in node
            ? (node.alt ?? '')
            : ''
      const url = urlOf(node, inline)
      if (url === undefined || words === url) return words
      return `${words} ${painted(`(${inline.resolve(url)})`, 'dim', inline.paint)}`
    })
    .join('')
}
