import { readFile } from 'node:fs/promises'
import type { Plugin } from 'vite'
import { type Corpus, corpusModules, entriesOf, moduleText } from './corpus-modules.ts'

const prefix = 'virtual:'
const names = Object.keys(corpusModules) as readonly (keyof typeof corpusModules)[]
const nameOf = (source: string) => names.find((name) => source === `${prefix}${name}`)

/** What the published site says of itself, besides the version. */
const about = {
  name: 'audio-text-drills',
  title: 'Audio-text drills',
  heading: 'Practise audio-text system design',
  licence: 'CC BY 4.0',
}

/** Builds the modules of `corpus-modules.ts` into the app, of the installed package. */
export function publishedModules(): Plugin {
  return {
    name: 'published-modules',
    resolveId: (source) => (nameOf(source) ? `\0${source}` : undefined),
    async load(module) {
      const name = module.startsWith('\0') ? nameOf(module.slice(1)) : undefined
      if (!name) return undefined
      const read = async (file: string): Promise<unknown> => {
        const found = await this.resolve(`audio-text-drills/${file}`)
        if (!found) throw new Error(`audio-text-drills/${file} can’t be resolved: build the drills first`)
        this.addWatchFile(found.id)
        return JSON.parse(await readFile(found.id, 'utf8'))
      }
      const { version } = (await read('package.json')) as { version: string }
      const [listed, drills, tracks] = await Promise.all(
        ['catalog.json', 'drills.json', 'tracks.json'].map(read),
      )
      const catalog = entriesOf(...([listed, drills] as Parameters<typeof entriesOf>))
      return moduleText(name, {
        catalog,
        tracks: tracks as Corpus['tracks'],
        about: { ...about, version },
      })
    },
  }
}
