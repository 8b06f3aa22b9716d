import type { FolderDraft } from '../io/write-folder.ts'
import type { Cache } from '../lint/cache.ts'
import type { DrillCache, Make } from '../lint/drill-results.ts'
import { lintCorpus } from '../lint/lint-corpus.ts'
import type { LintInput } from '../lint/lint-input.ts'
import { type Diagnostic, exitCode, summarize } from '../model/diagnostic.ts'
import type { Track } from '../model/track.ts'
import { readHistory } from '../parse/history.ts'
import { byFile } from '../text/compare-text.ts'
import { collections } from './collections.ts'
import { inReadingOrder } from './compile/content.ts'
import { compilePracticeLoop, compileRedirects, compileRubric } from './compile/definitions.ts'
import { byTrackOrder, compileTrack } from './compile/track.ts'
import { type Assets, type Frame, verifyFrame } from './frame.ts'
import { frameFiles } from './frame-files.ts'
import type { Identity } from './identity/identity.ts'
import { isProduct } from './is-product.ts'
import { type Product, publishDrill, reuseProduct } from './publish-drill.ts'
import { type SampleWriter, sampleWriter } from './publish-samples.ts'
import { UnpublishableError } from './verify.ts'

export interface Built {
  readonly diagnostics: readonly Diagnostic[]
  /** How many drills were written; undefined when errors forbid it. */
  readonly drills: number | undefined
}

/** What goes into a package besides its content. */
export interface Surroundings {
  readonly identity: Identity
  readonly assets: Assets
}

/** Where products go. */
interface Draft {
  readonly folder: FolderDraft
  readonly samples: SampleWriter
  /** Of the drills that are published. */
  readonly ids: Set<string>
}

const noteId = ({ listed }: Product, { ids }: Draft): void => {
  if (listed) ids.add(listed.drill.id)
}

const reuse = (product: Product, { folder, samples }: Draft): boolean =>
  product.sample ? samples.reuse(product.sample) : reuseProduct(product, folder)

/** Reuses what is cached and stands unchanged in the earlier package. */
const productCache = (cache: Cache, draft: Draft): DrillCache<Product> => ({
  get: (source) => {
    const entry = cache.get(source)
    if (!entry?.result.facts) return entry && { result: entry.result }
    const { product } = entry
    if (!isProduct(product) || !reuse(product, draft)) return undefined
    noteId(product, draft)
    return { result: entry.result, made: product }
  },
  set: (source, { result, made }) => cache.set(source, { result, ...(made && { product: made }) }),
})

/** A track stands in no file of its own: it is written with the frame. */
function publishTrack(model: Track): Product {
  const track = compileTrack(model)
  // A clone, because a slice of a file's text keeps all of that text in memory.
  return track ? { track: structuredClone(track) } : {}
}

function writePackage(frame: Frame, assets: Assets, folder: FolderDraft): void {
  verifyFrame(frame)
  for (const file of frameFiles(frame, assets)) folder.add(file)
  for (const file of collections(frame, folder.read)) folder.addParts(file)
  folder.commit()
}

/**
 * Lints a corpus and writes its package. Each drill is written as soon as it is compiled.
 * @param folder is discarded in the end, committed or not
 * @throws UnpublishableError before the old package is touched
 */
export async function buildPackage(
  folder: FolderDraft,
  input: LintInput,
  { identity, assets }: Surroundings,
  cache?: Cache,
): Promise<Built> {
  const ids = new Set<string>()
  const draft: Draft = { folder, ids, samples: sampleWriter(folder, (drill) => ids.has(drill)) }
  const make: Make<Product> = (model, definitions) => {
    if (model.kind === 'sample') return draft.samples.publish(model)
    if (model.kind === 'track') return publishTrack(model)
    const product = publishDrill(model, definitions, folder)
    noteId(product, draft)
    return product
  }
  // By name, so that drills come before samples, and those of a drill one after the other.
  const sources = [...input.sources].sort(byFile)
  try {
    const drillCache = cache && productCache(cache, draft)
    const { diagnostics, documents, drills } = await lintCorpus(
      { ...input, sources },
      { make, cache, drillCache },
    )
    const { definitions, loop, rubric, redirects } = documents
    const hasErrors = exitCode(summarize(diagnostics, input.sources.length)) !== 0
    if (hasErrors || !definitions) return { diagnostics, drills: undefined }
    const products = drills.flatMap(({ made }) => made ?? [])
    const [unfit] = products.flatMap((product) => product.unfit ?? []).sort()
    if (unfit !== undefined) throw new UnpublishableError(unfit)
    const catalog = inReadingOrder(products.flatMap(({ listed }) => listed ?? []))
    const models = { loop: loop?.model, rubric: rubric?.model, redirects: redirects?.model }
    const frame = {
      identity,
      catalog,
      sampled: draft.samples.finish(),
      rubric: compileRubric(models, definitions),
      practiceLoop: compilePracticeLoop(models, definitions),
      tracks: products.flatMap(({ track }) => track ?? []).sort(byTrackOrder),
      redirects: compileRedirects(models),
      changes: readHistory(input.history).changes.data ?? [],
    }
    writePackage(frame, assets, folder)
    return { diagnostics, drills: catalog.length }
  } finally {
    folder.discard()
  }
}
