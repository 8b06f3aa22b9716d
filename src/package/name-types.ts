import type { Names } from './names.ts'

const listOf = `/**
 * A list of names. A literal that it is searched for must be one of them, so that a misspelt one doesn't compile; any other
 * string may be searched for, whether it was stored or typed by a person.
 */
export interface ListOf<Name extends string> extends ReadonlyArray<Name> {
  includes<Other extends string>(name: string extends Other ? Other : never, fromIndex?: number): boolean
  includes(name: Name, fromIndex?: number): boolean
}
`

/** Types that are made of those of names. */
const unions: Readonly<Record<string, string>> = { AnyCriterionId: 'CriterionId | DrillCriterionId' }

const union = (names: readonly string[]): string =>
  names.length === 0 ? ' never' : names.map((name) => `\n  | ${JSON.stringify(name)}`).join('')

/** The declarations of all names of a version. */
export const nameTypes = (names: Names): string =>
  [
    listOf,
    ...Array.from(names, ([type, each]) => `export type ${type} =${union(each)}\n`),
    ...Object.entries(unions).map(([type, each]) => `export type ${type} = ${each}\n`),
  ].join('\n')

/** Declarations in which names are any strings, with the names of a version instead. */
export function withNames(source: string, names: Names): string {
  const isName = (type: string): boolean => names.has(type) || Object.hasOwn(unions, type)
  const typed = source
    .replace(/^export type (\w+) = string(;?)$/gm, (all, type, end) =>
      isName(type) ? `export type ${type} = names.${type}${end}` : all,
    )
    .replace(/readonly (\w+)\[\]/g, (all, type) => (isName(type) ? `names.ListOf<${type}>` : all))
  return typed === source ? source : `import type * as names from './names.js'\n\n${typed}`
}
