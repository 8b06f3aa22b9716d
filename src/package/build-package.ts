import type { FolderDraft } from '../io/write-folder.ts'
import type { Cache } from '../lint/cache.ts'
import { type DrillCache, type Make, ofDrills } from '../lint/drill-results.ts'
import { lintCorpus } from '../lint/lint-corpus.ts'
import type { LintInput } from '../lint/lint-input.ts'
import { type Diagnostic, exitCode, summarize } from '../model/diagnostic.ts'
import { readHistory } from '../parse/history.ts'
import { type Assets, collections, type Frame, frameFiles, verifyFrame } from './artifacts.ts'
import { inReadingOrder } from './compile/content.ts'
import { compilePracticeLoop, compileRedirects, compileRubric } from './compile/definitions.ts'
import { type Product, publishDrill, reuseProduct } from './publish-drill.ts'
import { UnpublishableError } from './verify.ts'

export interface Built {
  readonly diagnostics: readonly Diagnostic[]
  /** How many drills were written; undefined when errors forbid it. */
  readonly drills: number | undefined
}

/** What of the toolchain goes into a package. */
export interface Toolchain {
  readonly version: string
  readonly assets: Assets
}

/** Reuses drills whose result is cached and whose files stand unchanged in the earlier package. */
const productCache = (cache: Cache, folder: FolderDraft): DrillCache<Product> => ({
  get: (source) => {
    const entry = cache.get(source)
    if (!entry?.result.facts) return entry && { result: entry.result }
    const product = entry.product as Product | undefined
    return product && reuseProduct(product, folder) ? { result: entry.result, made: product } : undefined
  },
  set: (source, { result, made }) => cache.set(source, { result, ...(made && { product: made }) }),
})

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
  { version, assets }: Toolchain,
  cache?: Cache,
): Promise<Built> {
  const make: Make<Product> = ofDrills((drill, definitions) => publishDrill(drill, definitions, folder))
  try {
    const drillCache = cache && productCache(cache, folder)
    const { diagnostics, documents, drills } = await lintCorpus(input, { make, cache, drillCache })
    const { definitions, loop, rubric, redirects } = documents
    const hasErrors = exitCode(summarize(diagnostics, input.sources.length)) !== 0
    if (hasErrors || !definitions) return { diagnostics, drills: undefined }
    const products = drills.flatMap(({ made }) => made ?? [])
    const [unfit] = products.flatMap((product) => product.unfit ?? []).sort()
    if (unfit !== undefined) throw new UnpublishableError(unfit)
    const catalog = inReadingOrder(products.flatMap(({ listed }) => listed ?? []))
    const models = { loop: loop?.model, rubric: rubric?.model, redirects: redirects?.model }
    const frame = {
      version,
      catalog,
      rubric: compileRubric(models, definitions),
      practiceLoop: compilePracticeLoop(models, definitions),
      redirects: compileRedirects(models),
      changes: readHistory(input.history).changes.data ?? [],
    }
    writePackage(frame, assets, folder)
    return { diagnostics, drills: catalog.length }
  } finally {
    folder.discard()
  }
}
