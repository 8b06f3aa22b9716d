import { withArticle } from '../../text/grammar.ts'

const documents: Readonly<Record<string, string>> = {
  'practice-loop': 'the practice loop',
  rubric: 'the rubric',
}

/** The place of an example in words, from the info string of its fence; undefined when that says nothing. */
export function caption(meta: string): string | undefined {
  const words = meta.matchAll(/([a-z-]+)(?:="([^"]*)")?/g)
  const where = new Map(Array.from(words, ([, name = '', value = '']) => [name, value]))
  const kind = where.get('in')
  const of = kind === undefined ? '' : ` of ${documents[kind] ?? withArticle(kind)}`
  const file = where.get('file')
  const section = where.get('section')
  const key = where.get('key')
  const times = where.get('repeat')
  const place =
    file !== undefined
      ? `in ${file}${where.has('failure') ? `, which is ${where.get('failure')}` : ''}`
      : section !== undefined
        ? `in section ${section}${of}`
        : key !== undefined
          ? `at ${key} in the front matter${of}`
          : where.has('front-matter')
            ? `in the front matter${of}`
            : undefined
  return place !== undefined && times !== undefined ? `${place}, the last line ${times} times` : place
}
