import { filesDigest } from '../io/reuse-files.ts'
import type { Artifact, FolderDraft } from '../io/write-folder.ts'
import type { Definitions } from '../model/definitions.ts'
import type { Drill } from '../model/drill.ts'
import type { Drill as Published } from '../model/generated/published/drill.ts'
import type { Track } from '../model/generated/published/track.ts'
import {
  catalog as fitsCatalog,
  drill as fitsDrill,
  prompt as fitsPrompt,
} from '../model/generated/published/validators.js'
import { catalogEntry, type Placed, promptOf } from './compile/content.ts'
import { compileDrill } from './compile/drill.ts'
import { moduleOfFile } from './module-of.ts'
import { type DrillNames, namesOfDrill } from './names.ts'
import type { SampleProduct } from './publish-samples.ts'
import { reasonOf, verifyPrompt, verifySchema } from './verify.ts'

/** A drill in both forms that are published, as JSON. */
export interface DrillJson {
  readonly id: string
  readonly prompt: string
  readonly drill: string
}

/** A catalog entry as JSON, with what decides its place in the catalog, stands in the menu of prompts, and has a type. */
export interface Listed extends Pick<Published, 'id' | 'kind' | 'title' | 'minutes' | 'difficulty'> {
  readonly json: string
  readonly names: DrillNames
}

/** What was published of a drill, a sample or a track, as far as later builds need to know: small enough to be cached. */
export interface Product {
  readonly sample?: SampleProduct
  readonly track?: Track
  /** Absent for a draft, of which nothing is published. */
  readonly listed?: Placed<Listed>
  /** Digest of its files. */
  readonly files?: string
  /** Why it must not be published. */
  readonly unfit?: string
}

/** The JSON of a drill. */
export const drillJson = (drill: Published): DrillJson => ({
  id: drill.id,
  prompt: JSON.stringify(promptOf(drill)),
  drill: JSON.stringify(drill),
})

/** The catalog's entry of a drill. A clone, so that its title keeps no text of a file in memory. */
export const listed = (drill: Published): Listed => {
  const { id, kind, title, minutes, difficulty } = drill
  const json = JSON.stringify(catalogEntry(drill))
  return structuredClone({ id, kind, title, minutes, difficulty, json, names: namesOfDrill(drill) })
}

function verifyDrill(drill: Published, sharedWords: number): void {
  verifySchema(drill.path, drill, fitsDrill)
  verifySchema(`the catalog entry of ${drill.path}`, [catalogEntry(drill)], fitsCatalog)
  const prompt = promptOf(drill)
  verifySchema(`the prompt of ${drill.path}`, prompt, fitsPrompt)
  verifyPrompt(prompt, drill, sharedWords)
}

/** The files of one drill. */
export const drillFiles = ({ id, prompt, drill }: DrillJson): Artifact[] => [
  { path: `prompts/${id}.json`, text: `${prompt}\n` },
  { path: `prompts/${id}.js`, text: moduleOfFile(id) },
  { path: `drills/${id}.json`, text: `${drill}\n` },
  { path: `drills/${id}.js`, text: moduleOfFile(id) },
]

/** Compiles a drill, proves it fit to be published, and adds its files to the package. */
export function publishDrill(drill: Drill, definitions: Definitions, folder: FolderDraft): Product {
  const compiled = compileDrill(drill, definitions)
  if (!compiled) return {}
  const files = drillFiles(drillJson(compiled))
  for (const file of files) folder.add(file)
  const unfit = reasonOf(() => verifyDrill(compiled, definitions.loop.limits.sharedWords))
  return {
    listed: { order: drill.matter.data?.order, drill: listed(compiled) },
    files: filesDigest(files),
    ...(unfit !== undefined && { unfit }),
  }
}

/** Takes the files of a product over from the earlier package; false when they are not what they were. */
export function reuseProduct({ listed: placed, files }: Product, folder: FolderDraft): boolean {
  if (!placed || files === undefined) return true
  const names = drillFiles({ id: placed.drill.id, prompt: '', drill: '' }).map(({ path }) => path)
  return folder.reuse(names, files)
}
