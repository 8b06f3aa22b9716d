import { isBuiltin } from 'node:module'

/** What npm takes as the name of a new package, apart from names that mean something else. */
const pattern = /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/

const mostCharacters = 214

/** npm refuses the first two, and a package that depends on one of its own name: here, on the tool. */
const refused = new Set(['node_modules', 'favicon.ico', 'audio-text-drills-cli'])

export const isPackageName = (name: string): boolean =>
  name.length <= mostCharacters && pattern.test(name) && !refused.has(name)

/** The name of a package in a folder: accents are folded, and whatever can't be in a name separates. */
export function packageNameOf(folder: string): string {
  const folded = folder
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9._]+/g, '-')
  const name = trimmed(trimmed(folded).slice(0, mostCharacters - 'my-'.length))
  if (name === '') return 'my-drills'
  return refused.has(name) || name === 'audio-text-drills' || isBuiltin(name) ? `my-${name}` : name
}

/** Without marks at the ends: npm refuses some at the start, and none says anything there. */
const trimmed = (name: string): string => name.replace(/^[._-]+|[._-]+$/g, '')
