import * as validators from '../model/generated/compared/validators.js'
import type { Drill } from '../model/generated/published/drill.ts'
import type { PracticeLoop } from '../model/generated/published/practice-loop.ts'
import type { Redirects } from '../model/generated/published/redirects.ts'
import type { Rubric } from '../model/generated/published/rubric.ts'
import type { Sample } from '../model/generated/published/sample.ts'
import type { Track } from '../model/generated/published/track.ts'
import type { Validate } from '../model/validate.ts'
import { quote } from '../text/quote.ts'
import { exportedNames } from './exported-names.ts'
import type { JsonSchema } from './json-schema.ts'
import { mismatchOf } from './mismatch.ts'

/** A package as apps see it, wherever its files come from. */
export interface PackageView {
  readonly version: string
  readonly node: string
  /** Entries and the names that each exports, such as `./drills#loadDrill`. */
  readonly exports: readonly string[]
  readonly drills: readonly Drill[]
  /** By their drill. */
  readonly samples: ReadonlyMap<string, readonly Sample[]>
  readonly rubric: Rubric
  readonly practiceLoop: PracticeLoop
  readonly tracks: readonly Track[]
  readonly redirects: Redirects
  /** Published schemas by their path. */
  readonly schemas: ReadonlyMap<string, JsonSchema>
}

/** The samples of a drill. */
export const samplesOf = ({ samples }: PackageView, drill: string): readonly Sample[] =>
  samples.get(drill) ?? []

function byDrill(samples: readonly Sample[]): Map<string, Sample[]> {
  const found = new Map<string, Sample[]>()
  for (const sample of samples) {
    const others = found.get(sample.drill)
    if (others) others.push(sample)
    else found.set(sample.drill, [sample])
  }
  return found
}

/** Files that are not a package of ours. */
export class NotAPackageError extends Error {}

interface Manifest {
  readonly version: string
  readonly engines?: { readonly node?: string }
  readonly exports: Readonly<Record<string, unknown>>
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
      throw new NotAPackageError(`its ${quote(name)} is not JSON`)
    }
  }
  const read = <T>(name: string, validate: Validate): T => {
    const data = parse(name)
    const mismatch = mismatchOf(data, validate)
    if (mismatch !== undefined) throw new NotAPackageError(`its ${quote(name)} ${mismatch}`)
    return data as T
  }
  const manifest = read<Manifest>('package.json', validators.manifest)
  const schemas = [...files.keys()].filter((name) => /^schemas\/[^/]+\.schema\.json$/.test(name)).sort()
  return {
    version: manifest.version,
    node: manifest.engines?.node ?? '',
    exports: exportedNames(manifest.exports, files),
    drills: read<readonly Drill[]>('drills.json', validators.drills),
    samples: byDrill(read<readonly Sample[]>('samples.json', validators.samples)),
    rubric: read<Rubric>('rubric.json', validators.rubric),
    practiceLoop: read<PracticeLoop>('practice-loop.json', validators.practiceLoop),
    // Earlier packages have none.
    tracks: files.has('tracks.json') ? read<readonly Track[]>('tracks.json', validators.tracks) : [],
    redirects: read<Redirects>('redirects.json', validators.redirects),
    schemas: new Map(schemas.map((name) => [name, read<JsonSchema>(name, validators.schema)])),
  }
}
