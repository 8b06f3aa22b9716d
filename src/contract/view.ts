import type { Drill } from '../generated/published/drill.ts'
import type { PracticeLoop } from '../generated/published/practice-loop.ts'
import type { Redirects } from '../generated/published/redirects.ts'
import type { Rubric } from '../generated/published/rubric.ts'

/** A package as apps see it, wherever its files come from. */
export interface PackageView {
  readonly version: string
  readonly node: string
  readonly exports: readonly string[]
  readonly drills: readonly Drill[]
  readonly rubric: Rubric
  readonly practiceLoop: PracticeLoop
  readonly redirects: Redirects
  /** Published schemas by file name. */
  readonly schemas: ReadonlyMap<string, unknown>
}

/** Files that are no package of ours. */
export class NotAPackageError extends Error {}

interface Manifest {
  readonly name?: unknown
  readonly version?: unknown
  readonly engines?: { readonly node?: unknown }
  readonly exports?: Readonly<Record<string, unknown>>
}

/**
 * Reads a package from its files.
 * @param files text by path below the package's folder
 * @throws NotAPackageError naming what is missing or broken
 */
export function packageView(files: ReadonlyMap<string, string>): PackageView {
  const read = <T>(name: string): T => {
    const text = files.get(name)
    if (text === undefined) throw new NotAPackageError(`it has no \`${name}\``)
    try {
      return JSON.parse(text) as T
    } catch {
      throw new NotAPackageError(`its \`${name}\` is no JSON`)
    }
  }
  const list = <T>(name: string): readonly T[] => {
    const data = read<unknown>(name)
    if (!Array.isArray(data)) throw new NotAPackageError(`its \`${name}\` is no list`)
    return data as T[]
  }
  const record = <T>(name: string, ...keys: (keyof T & string)[]): T => {
    const data = read<T | null>(name)
    if (typeof data !== 'object' || data === null || keys.some((key) => data[key] === undefined)) {
      throw new NotAPackageError(`its \`${name}\` lacks ${keys.map((key) => `\`${key}\``).join(' or ')}`)
    }
    return data
  }
  const manifest = read<Manifest>('package.json')
  if (manifest?.name !== 'audio-text-drills')
    throw new NotAPackageError('its `package.json` does not name `audio-text-drills`')
  const schemas = [...files].filter(([name]) => /^schemas\/[^/]+\.schema\.json$/.test(name))
  return {
    version: String(manifest.version),
    node: String(manifest.engines?.node ?? ''),
    exports: Object.keys(manifest.exports ?? {}),
    drills: list<Drill>('drills.json'),
    rubric: record<Rubric>('rubric.json', 'criteria', 'redFlags', 'lists'),
    practiceLoop: record<PracticeLoop>('practice-loop.json', 'phases', 'sections', 'components', 'limits'),
    redirects: record<Redirects>('redirects.json', 'renamed', 'split', 'retired'),
    schemas: new Map(schemas.map(([name]) => [name, read<unknown>(name)])),
  }
}
