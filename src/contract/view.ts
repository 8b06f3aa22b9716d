import type { Drill } from '../model/generated/published/drill.ts'
import type { PracticeLoop } from '../model/generated/published/practice-loop.ts'
import type { Redirects } from '../model/generated/published/redirects.ts'
import type { Rubric } from '../model/generated/published/rubric.ts'
import { quote } from '../text/quote.ts'
import { type Fit, isDeep } from './fit.ts'
import * as fits from './fits.ts'

/** A JSON Schema, as far as a comparison reads it. */
export interface Schema {
  readonly type?: unknown
  readonly $ref?: string
  readonly enum?: readonly unknown[]
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly additionalProperties?: boolean | Schema
  readonly $defs?: Readonly<Record<string, Schema>>
}

/** A package as apps see it, wherever its files come from. */
export interface PackageView {
  readonly version: string
  readonly node: string
  /** Entries such as `./drills`, and the names that each gives, such as `./drills#loadDrill`. */
  readonly exports: readonly string[]
  readonly drills: readonly Drill[]
  readonly rubric: Rubric
  readonly practiceLoop: PracticeLoop
  readonly redirects: Redirects
  /** Published schemas by their path. */
  readonly schemas: ReadonlyMap<string, Schema>
}

/** Files that are no package of ours. */
export class NotAPackageError extends Error {}

interface Manifest {
  readonly version: string
  readonly engines?: { readonly node?: string }
  readonly exports?: Readonly<Record<string, unknown>>
}

/** Declarations of the package's entries, besides its data. */
export const declarations: readonly string[] = ['index.d.ts', 'catalog.d.ts', 'prompts.d.ts', 'drills.d.ts']

/** The names that a generated declaration file exports. */
function namesIn(declaration: string): string[] {
  const lists = Array.from(declaration.matchAll(/^export (?:type )?\{([^}]*)\}/gm), ([, names = '']) =>
    names.split(',').map((name) => name.replace(/^.* as /, '').trim()),
  )
  const single = declaration.matchAll(/^export declare (?:async )?(?:const|function|class) (\w+)/gm)
  return [...Array.from(single, ([, name = '']) => name), ...lists.flat()].filter((name) => name !== '')
}

function exportsOf({ exports = {} }: Manifest, files: ReadonlyMap<string, string>): string[] {
  return Object.entries(exports).flatMap(([entry, target]) => {
    const types = typeof target === 'object' && target !== null && 'types' in target ? target.types : ''
    const names = namesIn(files.get(String(types).replace(/^\.\//, '')) ?? '')
    return [entry, ...names.map((name) => `${entry}#${name}`)]
  })
}

/**
 * Reads a package from its files.
 * @param files text by path below the package's folder
 * @throws NotAPackageError naming what is missing or broken
 */
export function packageView(files: ReadonlyMap<string, string>): PackageView {
  const parse = (name: string): unknown => {
    const text = files.get(name)
    if (text === undefined) throw new NotAPackageError(`it has no \`${name}\``)
    try {
      return JSON.parse(text)
    } catch {
      throw new NotAPackageError(`its ${quote(name)} is no JSON`)
    }
  }
  const read = <T>(name: string, misfitOf: Fit): T => {
    const data = parse(name)
    if (isDeep(data)) throw new NotAPackageError(`its ${quote(name)} is nested too deep`)
    const misfit = misfitOf(data)
    if (misfit?.at === '') throw new NotAPackageError(`its ${quote(name)} is no ${misfit.expected}`)
    if (misfit)
      throw new NotAPackageError(
        `its ${quote(name)} should have ${/^[aeo]/.test(misfit.expected) ? 'an' : 'a'} ${misfit.expected} at ${quote(misfit.at.replace(/^\./, ''), 100)}`,
      )
    return data as T
  }
  const named = parse('package.json')
  if (typeof named !== 'object' || named === null || !('name' in named) || named.name !== 'audio-text-drills')
    throw new NotAPackageError('its `package.json` does not name `audio-text-drills`')
  const manifest = read<Manifest>('package.json', fits.manifest)
  const schemas = [...files.keys()].filter((name) => /^schemas\/[^/]+\.schema\.json$/.test(name)).sort()
  return {
    version: manifest.version,
    node: manifest.engines?.node ?? '',
    exports: exportsOf(manifest, files),
    drills: read<readonly Drill[]>('drills.json', fits.drills),
    rubric: read<Rubric>('rubric.json', fits.rubric),
    practiceLoop: read<PracticeLoop>('practice-loop.json', fits.practiceLoop),
    redirects: read<Redirects>('redirects.json', fits.redirects),
    schemas: new Map(schemas.map((name) => [name, read<Schema>(name, fits.schema)])),
  }
}
