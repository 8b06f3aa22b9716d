import {
  type About,
  type Corpus,
  corpusModules,
  entriesOf,
  moduleText,
} from '../../site/build/corpus-modules.ts'
import type { Catalog } from '../model/generated/published/catalog.ts'
import type { Drill } from '../model/generated/published/drill.ts'
import type { Track } from '../model/generated/published/track.ts'

type Files = ReadonlyMap<string, Uint8Array>

/** Scripts, and what those of single drills import. */
const isImported = (name: string): boolean => /\.js$|^(?:drills|prompts|samples)\/.*\.json$/.test(name)

/**
 * The practice site of a package: the app without drills, the modules of the package and those that are made of
 * it, where the app looks for them.
 * @param shell the app, from `site/shell/`
 */
export function siteFiles(shell: Files, dist: Files, about: About): Map<string, Uint8Array> {
  const read = (name: string): unknown => JSON.parse(Buffer.from(dist.get(name) ?? '[]').toString())
  const catalog = entriesOf(read('catalog.json') as Catalog, read('drills.json') as readonly Drill[])
  const corpus: Corpus = { catalog, tracks: read('tracks.json') as readonly Track[], about }
  const modules = [...dist].filter(([name]) => isImported(name))
  const names = Object.keys(corpusModules) as (keyof typeof corpusModules)[]
  return new Map([
    ...shell,
    ...modules.map(([name, bytes]) => [`package/${name}`, bytes] as const),
    ...names.map((name) => [`corpus/${name}.js`, Buffer.from(moduleText(name, corpus))] as const),
  ])
}
