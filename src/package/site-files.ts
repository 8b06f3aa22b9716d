import { type About, corpusModules, moduleText } from '../../site/build/corpus-modules.ts'
import type { Catalog } from '../model/generated/published/catalog.ts'

type Files = ReadonlyMap<string, Uint8Array>

/** Scripts, and what those of single drills import. */
const isImported = (name: string): boolean => /\.js$|^(?:drills|prompts|samples)\/.*\.json$/.test(name)

/**
 * The practice site of a package: the app without drills, the modules of the package and those that are made of
 * it, where the app looks for them.
 * @param shell the app, from `site/shell/`
 */
export function siteFiles(shell: Files, dist: Files, about: About): Map<string, Uint8Array> {
  const catalog = JSON.parse(Buffer.from(dist.get('catalog.json') ?? '[]').toString()) as Catalog
  const modules = [...dist].filter(([name]) => isImported(name))
  const names = Object.keys(corpusModules) as (keyof typeof corpusModules)[]
  return new Map([
    ...shell,
    ...modules.map(([name, bytes]) => [`package/${name}`, bytes] as const),
    ...names.map((name) => [`corpus/${name}.js`, Buffer.from(moduleText(name, catalog, about))] as const),
  ])
}
