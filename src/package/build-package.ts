import type { Io } from '../io/io.ts'
import { openFolder } from '../io/write-folder.ts'
import { lintInput } from '../lint/lint-input.ts'
import { lintTogether } from '../lint/lint-together.ts'
import { lookingOnce, type MemoryFlags, openMemory, settled } from '../lint/memory.ts'
import { reduce } from '../lint/reduce.ts'
import type { Workspace } from '../lint/workspace.ts'
import { type Diagnostic, exitCode, summarize } from '../model/diagnostic.ts'
import type { Corpus } from '../model/facts.ts'
import type { Changes } from '../model/generated/published/changes.ts'
import { collections, frameFiles, verifyFrame } from './artifacts.ts'
import { inReadingOrder, type Placed } from './compile/content.ts'
import { compilePracticeLoop, compileRedirects, compileRubric } from './compile/definitions.ts'
import { assetsOf, versionOf } from './compile-corpus.ts'
import { addProduct, type Listed, type Product, packProducts, produce, unpackProducts } from './product.ts'
import { UnpublishableError } from './verify.ts'

interface Settled {
  readonly diagnostics: readonly Diagnostic[]
  readonly documents: Pick<Corpus, 'loop' | 'rubric' | 'redirects' | 'definitions'>
}

export interface Built {
  readonly diagnostics: readonly Diagnostic[]
  /** How many drills were written; undefined when errors forbid it. */
  readonly drills: number | undefined
}

/**
 * Lints a corpus and writes its package. Each drill is written as soon as it is compiled, and what was compiled before
 * is not compiled again.
 * @throws UnpublishableError before the old package is touched
 */
export async function buildPackage(
  out: string,
  { opened, changes }: { readonly opened: Workspace; readonly changes: Changes },
  flags: MemoryFlags,
  io: Io,
): Promise<Built> {
  const workspace = settled(opened)
  const once = lookingOnce(io)
  const memory = openMemory(flags, workspace, once, { pack: packProducts, unpack: unpackProducts })
  const folder = openFolder(out)
  try {
    const found: Placed<Listed>[] = []
    const unfit: string[] = []
    const list = ({ placed, unfit: reason }: Product): void => {
      if (reason !== undefined) unfit.push(reason)
      if (placed) found.push(placed)
    }
    // The facts of all drills end with this function: what follows needs their memory.
    const settle = async (): Promise<Settled> => {
      const mapped = await lintTogether(workspace, {
        make: produce,
        use: (product) => {
          addProduct(product, folder.add)
          list(product)
        },
        memory,
        threads: await io.threads?.(),
        publishing: { place: folder.place, take: (text) => unpackProducts(text).forEach(list) },
      })
      const input = lintInput(workspace, once)
      const outside = memory?.watched(input.outside) ?? input.outside
      // Where every file is what it was, what they come to together is known too.
      const diagnostics = memory?.lastFindings() ?? reduce(mapped, { ...input, outside }).diagnostics
      const { loop, rubric, redirects, definitions } = mapped
      return {
        diagnostics,
        documents: { loop: loop.value, rubric: rubric.value, redirects: redirects.value, definitions },
      }
    }
    const { diagnostics, documents } = await settle()
    memory?.commit(diagnostics)
    const { definitions } = documents
    const errors = exitCode(summarize(diagnostics, workspace.sources.length)) !== 0
    if (errors || !definitions) return { diagnostics, drills: undefined }
    const [reason] = unfit.sort()
    if (reason !== undefined) throw new UnpublishableError(reason)
    const frame = {
      version: versionOf(workspace.root, io),
      catalog: inReadingOrder(found),
      rubric: compileRubric(documents, definitions),
      practiceLoop: compilePracticeLoop(documents, definitions),
      redirects: compileRedirects(documents),
      changes,
    }
    verifyFrame(frame)
    for (const file of frameFiles(frame, assetsOf(io))) folder.add(file)
    for (const file of collections(frame, folder.read)) folder.addParts(file)
    folder.commit()
    return { diagnostics, drills: found.length }
  } finally {
    memory?.discard()
    folder.discard()
  }
}
