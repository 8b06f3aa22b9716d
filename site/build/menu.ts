import { readFile } from 'node:fs/promises'
import type { CatalogEntry } from 'audio-text-drills'
import type { Plugin } from 'vite'

/** The text of each module. Ids that are asked for come from addresses, so the digests are a map and no object. */
const parts: Readonly<Record<string, (catalog: readonly CatalogEntry[]) => string>> = {
  'virtual:menu': (catalog) => JSON.stringify(catalog.map(({ digests: _, ...entry }) => entry)),
  'virtual:digests': (catalog) =>
    `new Map(${JSON.stringify(catalog.map(({ id, digests }) => [id, digests]))})`,
}

/**
 * The package's catalog in two parts: `virtual:menu` without digests, `virtual:digests` by id. Digests are most of its
 * compressed size, and no list of drills needs them.
 */
export function menu(): Plugin {
  return {
    name: 'menu',
    resolveId: (source) => (Object.hasOwn(parts, source) ? `\0${source}` : undefined),
    async load(module) {
      const part = module.startsWith('\0') ? parts[module.slice(1)] : undefined
      if (!part) return undefined
      const found = await this.resolve('audio-text-drills/catalog.json')
      if (!found) throw new Error('audio-text-drills/catalog.json can’t be resolved: build the drills first')
      this.addWatchFile(found.id)
      return `export default ${part(JSON.parse(await readFile(found.id, 'utf8')))}`
    },
  }
}
