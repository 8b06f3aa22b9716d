import type { PartsArtifact } from '../io/write-folder.ts'
import type { Redirects } from '../model/generated/published/redirects.ts'
import { moduleParts } from './module-of.ts'
import { oldPaths } from './old-paths.ts'
import type { Listed } from './publish-drill.ts'

/** What of a package the collections are made of. */
interface Collected {
  /** In reading order. */
  readonly catalog: readonly Listed[]
  /** Ids of the drills that have samples. */
  readonly sampled: ReadonlySet<string>
  readonly redirects: Redirects
}

/** JSON texts as a JSON list, in parts. */
function* listOf<T>(texts: Iterable<T>): Generator<T | string> {
  let before = '['
  for (const text of texts) {
    yield before
    yield text
    before = ','
  }
  yield before === '[' ? '[]' : ']'
}

function* ended<T>(parts: Iterable<T>): Generator<T | string> {
  yield* parts
  yield '\n'
}

/**
 * The files that hold what other files of the package hold: something of every drill, in parts, because together they
 * are as large as the drills, and what stands at the paths of old ids.
 * @param read gives what a file holds that is in the package already
 */
export function collections(
  { catalog, sampled, redirects }: Collected,
  read: (path: string) => Uint8Array,
): PartsArtifact[] {
  const catalogList = (): Iterable<string> => listOf(catalog.map(({ json }) => json))
  // As bytes, because to make texts of them and bytes again takes longer than to read and write them.
  function* those(folder: string): Generator<Uint8Array> {
    for (const { id } of catalog) yield read(`${folder}/${id}.json`).subarray(0, -'\n'.length)
  }
  function* samples(): Generator<Uint8Array> {
    for (const { id } of catalog)
      if (sampled.has(id)) yield read(`samples/${id}.json`).subarray('['.length, -']\n'.length)
  }
  return [
    { path: 'catalog.json', parts: ended(catalogList()) },
    { path: 'data/catalog.js', parts: moduleParts(catalogList()) },
    { path: 'prompts.json', parts: ended(listOf(those('prompts'))) },
    { path: 'drills.json', parts: ended(listOf(those('drills'))) },
    { path: 'samples.json', parts: ended(listOf(samples())) },
    ...oldPaths(redirects, new Set(catalog.map(({ id }) => id)), sampled, read),
  ]
}
