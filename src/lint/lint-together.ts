import type { Source } from '../io/source.ts'
import type { FolderPlace } from '../io/write-folder.ts'
import { definitionFiles, redirectsFile } from '../model/definition-files.ts'
import type { FileFacts } from '../model/generated/exchange/facts.ts'
import { unpackFindings } from './cache/findings.ts'
import { drillsOf, lintDocuments, lintInTurns, type Memory, type Wanted } from './lint.ts'
import type { Findings, Mapped } from './reduce.ts'
import { steadyHeap } from './steady-heap.ts'
import { deal, type ThreadResult, type Threads } from './threads.ts'
import type { Workspace } from './workspace.ts'

/** What is remembered, as far as threads need to know. */
export type SharedMemory<T> = Memory<T> & {
  readonly knows: (entry: Workspace['sources'][number]) => boolean
  readonly adopt: (facts: FileFacts, product: string) => void
}

/** What is wanted of every drill by one thread or several. */
export interface WantedTogether<T> extends Wanted<T> {
  readonly threads: Threads | undefined
  readonly memory: SharedMemory<T> | undefined
  /** For drills that are also published: where to, and what gets the products of other threads, packed. */
  readonly publishing?: { readonly place: FolderPlace; readonly take: (product: string) => void }
}

/** Lints every file on its own, in several threads where that is sooner done. A thread that fails costs only time. */
export async function lintTogether<T>(
  { root, sources }: Workspace,
  { threads, publishing, ...wanted }: WantedTogether<T>,
): Promise<Mapped> {
  const { memory } = wanted
  const drills = drillsOf(sources)
  steadyHeap(drills.length)
  const far = threads ? drills.filter((entry) => 'read' in entry && !memory?.knows(entry)) : []
  const [, ...parts] = deal(far, threads?.count ?? 1)
  const documents = sources.filter(
    (entry): entry is Source =>
      !('read' in entry) && (definitionFiles.includes(entry.file) || entry.file === redirectsFile),
  )
  const found = new Map<string, Findings>()
  const take = ({ facts, product }: ThreadResult): void => {
    found.set(facts.file, unpackFindings(facts.file, facts))
    memory?.adopt(facts, product)
    publishing?.take(product)
  }
  // All of them settle: while this thread works nobody could hear of one that fails.
  const task = { root, documents, place: publishing?.place, whole: memory !== undefined }
  const running = Promise.allSettled(
    parts.map((part) => threads?.lint({ ...task, files: part.map(({ file }) => file) }, take)),
  )
  const own = lintDocuments(sources)
  const lintHere = async (entries: Workspace['sources']): Promise<void> => {
    const results = await lintInTurns(entries, own.definitions, wanted)
    for (const [at, { file }] of entries.entries()) found.set(file, results[at] ?? { diagnostics: [] })
  }
  const elsewhere = new Set(parts.flatMap((part) => part.map(({ file }) => file)))
  await lintHere(drills.filter(({ file }) => !elsewhere.has(file)))
  await running
  await lintHere(drills.filter(({ file }) => !found.has(file)))
  return { ...own, drills: drills.map(({ file }) => found.get(file) ?? { diagnostics: [] }) }
}
