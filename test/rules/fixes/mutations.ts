import fc from 'fast-check'
import { exceptionLists } from './exception-lists.ts'
import { blocks, definitions, headings, items, labels, otherNames, tokens } from './ways-to-write.ts'

/** A change of a text; the numbers choose where and what. Plain data, so that a counterexample can be read. */
export interface Mutation {
  readonly name: keyof typeof mutators
  readonly a: number
  readonly b: number
}

type Mutate = (text: string, a: number, b: number) => string

const pick = <T>(values: readonly T[], at: number): T | undefined => values[at % Math.max(values.length, 1)]

/** Replaces the match that a number chooses; the text stays as it is where nothing matches. */
function replaceAt(
  text: string,
  pattern: RegExp,
  at: number,
  by: (match: RegExpExecArray) => string,
): string {
  const match = pick([...text.matchAll(pattern)], at)
  if (!match) return text
  return text.slice(0, match.index) + by(match) + text.slice(match.index + match[0].length)
}

const heading = /^(#{1,6}) +([^\r\n]*?)[ \t]*$/gm
const label = /\*\*([^*\r\n]+?):\*\*/g
const link = /\[([^[\]\r\n]*)\]\(\.\.\/rubric\.md#([a-z-]+)\)/g

/** The text in pieces that begin with a heading, front matter and title first. */
const pieces = (text: string): string[] => text.split(/^(?=##+ )/m)

const misspell = (word: string, at: number): string => {
  const i = at % Math.max(word.length, 1)
  const [before, here, after] = [word.slice(0, i), word.slice(i, i + 1), word.slice(i + 1)]
  const ways = [
    before + after,
    before + here + here + after,
    before + after.slice(0, 1) + here + after.slice(1),
    `${before}x${after}`,
    word.toUpperCase(),
    word.toLowerCase(),
    `${word}s`,
    word.replace(/s$/, ''),
    word.replaceAll(' ', '  '),
    word.replaceAll(' ', '-'),
  ]
  return pick(ways, at) ?? word
}

const beforeLine = (text: string, at: number, lines: string): string => {
  const starts = [...text.matchAll(/^(?=#{2,3} )/gm)].map(({ index }) => index)
  const start = pick(starts, at) ?? text.length
  return text.slice(0, start) + lines + text.slice(start)
}

export const mutators = {
  moveSection: (text, a, b) => {
    const all = pieces(text)
    const [moved] = all.splice(1 + (a % Math.max(all.length - 1, 1)), 1)
    all.splice(1 + (b % all.length), 0, moved ?? '')
    return all.join('')
  },
  reverseSections: (text) => {
    const [first = '', ...rest] = pieces(text)
    return first + rest.reverse().join('')
  },
  copySection: (text, a, b) => beforeLine(text, b, pick(pieces(text).slice(1), a) ?? ''),
  misspellAnchor: (text, a, b) =>
    replaceAt(text, /(?<=\([^()\s]*#)[a-z-]+(?=\))/g, a, ([anchor]) => misspell(anchor, b)),
  otherHeading: (text, a, b) => replaceAt(text, heading, a, ([, marks]) => `${marks} ${pick(otherNames, b)}`),
  otherLabel: (text, a, b) => replaceAt(text, label, a, () => `**${pick(otherNames, b)}:**`),
  misspellKey: (text, a, b) =>
    replaceAt(text, /^(id|kind|order|difficulty|categories|topics)(?=:)/gm, a, ([key]) => misspell(key, b)),
  misspellValue: (text, a, b) =>
    replaceAt(text, /(?<=^(?:kind|difficulty): |^(?:categories|topics): \[)[a-z-]+/gm, a, ([value]) =>
      misspell(value, b),
    ),
  level: (text, a, b) => replaceAt(text, heading, a, ([, , name]) => `${'#'.repeat(1 + (b % 6))} ${name}`),
  misspellHeading: (text, a, b) =>
    replaceAt(text, heading, a, ([, marks, name = '']) => `${marks} ${misspell(name, b)}`),
  writeHeading: (text, a, b) =>
    replaceAt(text, heading, a, ([all, marks = '', name = '']) => pick(headings, b)?.(marks, name) ?? all),
  misspellLabel: (text, a, b) => replaceAt(text, label, a, ([, name = '']) => `**${misspell(name, b)}:**`),
  writeLabel: (text, a, b) => replaceAt(text, label, a, ([all, name = '']) => pick(labels, b)?.(name) ?? all),
  misspellAndWriteLabel: (text, a, b) =>
    replaceAt(text, label, a, ([all, name = '']) => pick(labels, b)?.(misspell(name, a + b)) ?? all),
  item: (text, a, b) => replaceAt(text, /^- .*$/gm, a, ([all]) => pick(items, b)?.(all) ?? all),
  block: (text, a, b) => beforeLine(text, a, pick(blocks, b) ?? ''),
  tight: (text, a) => replaceAt(text, /\n\n/g, a, () => '\n'),
  cut: (text, a, b) =>
    text.slice(0, (a * 7919) % text.length) + text.slice(((a * 7919) % text.length) + (b % 60)),
  reference: (text, a, b) => {
    const written = replaceAt(
      text,
      link,
      a,
      ([, words, id = '']) => `[${words}][${b % 5 === 4 ? misspell(id, a) : id}]`,
    )
    const id = pick([...text.matchAll(link)], a)?.[2] ?? 'rollback-path'
    const line = pick(definitions, b)?.(id) ?? ''
    return b % 3 === 0 ? beforeLine(written, b, line) : written + line
  },
  exceptions: (text, a, b) =>
    replaceAt(
      text,
      /^(?=(?:id|kind|order|difficulty|topics):|---$)/gm,
      1 + a,
      () => pick(exceptionLists, b) ?? '',
    ),
  token: (text, a, b) => {
    const at = (a * 7919) % (text.length + 1)
    return text.slice(0, at) + (pick(tokens, b) ?? '') + text.slice(at)
  },
  draft: (text) => text.replace(/^order: 1$/m, 'status: draft'),
  mark: (text) => `\ufeff${text}`,
  noFinalNewline: (text) => text.trimEnd(),
  blanksAtEnd: (text) => `${text}  \n\n \n`,
} as const satisfies Record<string, Mutate>

const names = Object.keys(mutators) as (keyof typeof mutators)[]

/** Some changes of a text, the last of which is how its lines end. */
export const mutations: fc.Arbitrary<{ readonly changes: Mutation[]; readonly crlf: boolean }> = fc.record({
  changes: fc.array(fc.record({ name: fc.constantFrom(...names), a: fc.nat(999), b: fc.nat(999) }), {
    minLength: 1,
    maxLength: 7,
  }),
  crlf: fc.boolean(),
})

/** The text with the changes made. */
export function mutate(
  text: string,
  { changes, crlf }: { changes: readonly Mutation[]; crlf: boolean },
): string {
  const changed = changes.reduce((before, { name, a, b }) => (mutators[name] as Mutate)(before, a, b), text)
  return crlf ? changed.replace(/(?<!\r)\n/g, '\r\n') : changed
}
