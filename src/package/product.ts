import type { Artifact, FolderDraft } from '../io/write-folder.ts'
import type { Definitions } from '../model/definitions.ts'
import type { Drill } from '../model/drill.ts'
import type { Drill as Published } from '../model/generated/published/drill.ts'
import {
  catalog as fitsCatalog,
  drill as fitsDrill,
  prompt as fitsPrompt,
} from '../model/generated/published/validators.js'
import { owned } from '../text/owned.ts'
import { catalogEntry, type Placed, promptOf } from './compile/content.ts'
import { compileDrill } from './compile/drill.ts'
import { moduleOf } from './module-of.ts'
import { UnpublishableError, verifyPrompt, verifySchema } from './verify.ts'

/** A drill in both forms that are published, as JSON. */
export interface DrillJson {
  readonly id: string
  readonly prompt: string
  readonly drill: string
}

/** What tells where in the catalog a drill stands, and its entry there as JSON, because 100,000 of them are in memory at once. */
export interface Listed extends Pick<Published, 'id' | 'kind' | 'title'> {
  readonly json: string
}

/** What a drill comes to for the package. It is text, so that what is written again need not be parsed. */
export interface Product extends Omit<DrillJson, 'id'> {
  /** Undefined for a draft, of which nothing is published. */
  readonly placed?: Placed<Listed>
  /** Why it must not be published. */
  readonly unfit?: string
}

/** The JSON of a drill. */
export const drillJson = (drill: Published): DrillJson => ({
  id: drill.id,
  prompt: JSON.stringify(promptOf(drill)),
  drill: JSON.stringify(drill),
})

/** The catalog's entry of a drill. */
export const listed = (drill: Published): Listed => {
  const { id, kind, title } = drill
  return owned({ id, kind, title, json: JSON.stringify(catalogEntry(drill)) })
}

function reasonAgainst(drill: Published, sharedWords: number): string | undefined {
  try {
    verifySchema(drill.path, drill, fitsDrill)
    verifySchema(`the catalog entry of ${drill.path}`, [catalogEntry(drill)], fitsCatalog)
    const prompt = promptOf(drill)
    verifySchema(`the prompt of ${drill.path}`, prompt, fitsPrompt)
    verifyPrompt(prompt, drill, sharedWords)
    return undefined
  } catch (error) {
    // Of a drill with errors that is no wonder; of all others it is told in the end.
    if (error instanceof UnpublishableError) return error.message
    throw error
  }
}

/** Compiles a drill, and proves it fit to be published. */
export function produce(drill: Drill, definitions: Definitions): Product {
  const compiled = compileDrill(drill, definitions)
  if (!compiled) return { prompt: '', drill: '' }
  const unfit = reasonAgainst(compiled, definitions.loop.limits.sharedWords)
  return {
    ...drillJson(compiled),
    placed: { order: drill.matter.data?.order, drill: listed(compiled) },
    ...(unfit !== undefined && { unfit }),
  }
}

/** The files of one drill. */
export const drillFiles = ({ id, prompt, drill }: DrillJson): Artifact[] => [
  { path: `prompts/${id}.json`, text: `${prompt}\n` },
  { path: `prompts/${id}.js`, text: moduleOf(prompt) },
  { path: `drills/${id}.json`, text: `${drill}\n` },
  { path: `drills/${id}.js`, text: moduleOf(drill) },
]

/** Adds what there is of a product to a package. */
export function addProduct({ placed, prompt, drill }: Product, add: FolderDraft['add']): void {
  if (placed) for (const file of drillFiles({ id: placed.drill.id, prompt, drill })) add(file)
}

/**
 * What was made of one file, one product or none, as text; JSON has no line ends of its own.
 * @param whole or only what the catalog says of it
 */
export function packProducts([product]: readonly Product[], whole = true): string {
  if (!product) return ''
  const { placed, unfit, prompt, drill } = product
  const { json = '', ...head } = placed?.drill ?? {}
  const lines = [JSON.stringify({ placed: placed && { ...placed, drill: head }, unfit }), json]
  return [...lines, ...(whole ? [prompt, drill] : [])].join('\n')
}

// Written out, because an object that is made from another one by spreading takes 200 bytes more.
const withEntry = ({ order, drill: { id, kind, title } }: Placed<Listed>, json: string): Placed<Listed> => ({
  order,
  drill: { id, kind, title, json },
})

/** @param text what `packProducts` has given */
export function unpackProducts(text: string): Product[] {
  if (text === '') return []
  const [head = '', json = '', prompt = '', drill = ''] = text.split('\n')
  const { placed, unfit } = JSON.parse(head) as Pick<Product, 'placed' | 'unfit'>
  return [
    {
      ...(placed && { placed: withEntry(placed, owned(json)) }),
      ...(unfit !== undefined && { unfit }),
      prompt,
      drill,
    },
  ]
}
