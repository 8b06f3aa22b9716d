import type { Io } from '../command.ts'
import { catalogEntry, inReadingOrder, type Placed } from '../compile/content.ts'
import { compilePracticeLoop, compileRedirects, compileRubric } from '../compile/definitions.ts'
import { compileDrill } from '../compile/drill.ts'
import { type Diagnostic, exitCode, summarize } from '../diagnostic.ts'
import type { CatalogEntry } from '../generated/published/catalog.ts'
import type { Changes } from '../generated/published/changes.ts'
import { lintDocuments, lintInTurns } from '../lint.ts'
import type { Definitions, Drill } from '../model.ts'
import { owned } from '../owned.ts'
import { collections, drillFiles, frameFiles, verifyDrill, verifyFrame } from '../package/artifacts.ts'
import { UnpublishableError } from '../package/verify.ts'
import { reduce } from '../reduce.ts'
import { openFolder } from '../write-folder.ts'
import { assetsOf, versionOf } from './compile.ts'
import type { Workspace } from './corpus.ts'
import { lintInput } from './lint-input.ts'
import { lookingOnce, type MemoryFlags, openMemory, settled } from './memory.ts'

export interface Built {
  readonly diagnostics: readonly Diagnostic[]
  /** How many drills were written; undefined when errors forbid it. */
  readonly drills: number | undefined
}

/** What is made of a drill: nothing of a draft, and why it must not be published where that is so. */
interface Made {
  readonly placed?: Placed | undefined
  readonly unfit?: string
}

function make(drill: Drill, definitions: Definitions): Made {
  const compiled = compileDrill(drill, definitions)
  if (!compiled) return {}
  const placed = { order: drill.matter.data?.order, drill: compiled }
  try {
    verifyDrill(compiled, definitions.loop.limits.sharedWords)
    return { placed }
  } catch (error) {
    // Of a drill with errors that is no wonder; of all others it is told in the end.
    if (error instanceof UnpublishableError) return { placed, unfit: error.message }
    throw error
  }
}

const making = {
  pack: (made: readonly Made[]) => JSON.stringify(made),
  unpack: (text: string) => JSON.parse(text) as Made[],
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
  const memory = openMemory(flags, workspace, once, making)
  const folder = openFolder(out)
  try {
    const found: Placed<CatalogEntry>[] = []
    const unfit: string[] = []
    const use = ({ placed, unfit: reason }: Made): void => {
      if (reason !== undefined) unfit.push(reason)
      if (!placed) return
      for (const file of drillFiles(placed.drill)) folder.add(file)
      found.push({ order: placed.order, drill: owned(catalogEntry(placed.drill)) })
    }
    const input = lintInput(workspace, once)
    const outside = memory?.watched(input.outside) ?? input.outside
    const documents = lintDocuments(workspace.sources)
    const drills = await lintInTurns(workspace.sources, documents.definitions, { make, use, memory })
    const { diagnostics, corpus } = reduce({ ...documents, drills }, { ...input, outside })
    memory?.commit(diagnostics)
    const { definitions } = corpus
    const errors = exitCode(summarize(diagnostics, workspace.sources.length)) !== 0
    if (errors || !definitions) return { diagnostics, drills: undefined }
    if (unfit[0] !== undefined) throw new UnpublishableError(unfit[0])
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
    for (const list of collections(frame)) folder.addList(list)
    folder.commit()
    return { diagnostics, drills: found.length }
  } finally {
    memory?.discard()
    folder.discard()
  }
}
