import { type About, corpusModules, moduleText } from '../../site/build/corpus-modules.ts'
import type { Catalog } from '../model/generated/published/catalog.ts'

type Files = ReadonlyMap<string, Uint8Array>

/**
 * The practice site of a package: the app without drills, the scripts of the package and the modules that are made of
 * it, where the app looks for them.
 * @param shell the app, from `site/shell/`
 */
export function siteFiles(shell: Files, dist: Files, about: About): Map<string, Uint8Array> {
  const catalog = JSON.parse(Buffer.from(dist.get('catalog.json') ?? '[]').toString()) as Catalog
  const scripts = [...dist].filter(([name]) => name.endsWith('.js'))
  const names = Object.keys(corpusModules) as (keyof typeof corpusModules)[]
  return new Map([
    ...shell,
    ...scripts.map(([name, bytes]) => [`package/${name}`, bytes] as const),
    ...names.map((name) => [`corpus/${name}.js`, Buffer.from(moduleText(name, catalog, about))] as const),
  ])
}
