import type { Io } from '../command.ts'
import { inReadingOrder, type Placed } from '../compile/content.ts'
import { compilePracticeLoop, compileRedirects, compileRubric } from '../compile/definitions.ts'
import { type Diagnostic, exitCode, summarize } from '../diagnostic.ts'
import type { Changes } from '../generated/published/changes.ts'
import { collections, frameFiles, verifyFrame } from '../package/artifacts.ts'
import {
  addProduct,
  type Listed,
  type Product,
  packProducts,
  produce,
  unpackProducts,
} from '../package/product.ts'
import { UnpublishableError } from '../package/verify.ts'
import { corpusOf, reduce } from '../reduce.ts'
import { openFolder } from '../write-folder.ts'
import { assetsOf, versionOf } from './compile.ts'
import type { Workspace } from './corpus.ts'
import { lintInput } from './lint-input.ts'
import { lintTogether } from './lint-together.ts'
import { lookingOnce, type MemoryFlags, openMemory, settled } from './memory.ts'

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
    const surroundings = { ...input, outside }
    // Where every file is what it was, what they come to together is known too.
    const last = memory?.lastFindings()
    const { diagnostics, corpus } = last
      ? { diagnostics: last, corpus: corpusOf(mapped, surroundings) }
      : reduce(mapped, surroundings)
    memory?.commit(diagnostics)
    const { definitions } = corpus
    const errors = exitCode(summarize(diagnostics, workspace.sources.length)) !== 0
    if (errors || !definitions) return { diagnostics, drills: undefined }
    const [reason] = unfit.sort()
    if (reason !== undefined) throw new UnpublishableError(reason)
    const frame = {
      version: versionOf(workspace.root, io),
      catalog: inReadingOrder(found),
      rubric: compileRubric(corpus, definitions),
      practiceLoop: compilePracticeLoop(corpus, definitions),
      redirects: compileRedirects(corpus),
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
