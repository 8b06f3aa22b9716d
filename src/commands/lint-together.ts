import { unpackFindings } from '../cache/findings.ts'
import { definitionFiles, redirectsFile } from '../definition-files.ts'
import type { FileFacts } from '../generated/exchange/facts.ts'
import { drillsOf, lintDocuments, lintInTurns, type Memory } from '../lint.ts'
import type { Source } from '../read-corpus.ts'
import type { Findings, Mapped } from '../reduce.ts'
import { deal, type Threads } from '../threads.ts'
import type { Workspace } from './corpus.ts'

/** What is remembered, as far as threads need to know. */
export type SharedMemory = Memory<void> & {
  readonly knows: (entry: Workspace['sources'][number]) => boolean
  readonly adopt: (facts: FileFacts) => void
}

const nothing = (): void => undefined

/** Lints every file on its own, in several threads where that is sooner done. A thread that fails costs only time. */
export async function lintTogether(
  { root, sources }: Workspace,
  threads: Threads | undefined,
  memory: SharedMemory | undefined,
): Promise<Mapped> {
  const drills = drillsOf(sources)
  const far = threads ? drills.filter((entry) => 'read' in entry && !memory?.knows(entry)) : []
  const [, ...parts] = deal(far, threads?.count ?? 1)
  const documents = sources.filter(
    (entry): entry is Source =>
      !('read' in entry) && (definitionFiles.includes(entry.file) || entry.file === redirectsFile),
  )
  // All of them settle: while this thread works nobody could hear of one that fails.
  const running = Promise.allSettled(
    parts.map((part) => threads?.lint({ root, documents, files: part.map(({ file }) => file) }) ?? []),
  )
  const own = lintDocuments(sources)
  const found = new Map<string, Findings>()
  const lintHere = async (entries: Workspace['sources']): Promise<void> => {
    const results = await lintInTurns(entries, own.definitions, { make: nothing, use: nothing, memory })
    for (const [at, { file }] of entries.entries()) found.set(file, results[at] ?? { diagnostics: [] })
  }
  const elsewhere = new Set(parts.flatMap((part) => part.map(({ file }) => file)))
  await lintHere(drills.filter(({ file }) => !elsewhere.has(file)))
  for (const result of await running) {
    if (result.status !== 'fulfilled') continue
    for (const facts of result.value) {
      found.set(facts.file, unpackFindings(facts.file, facts))
      memory?.adopt(facts)
    }
  }
  await lintHere(drills.filter(({ file }) => !found.has(file)))
  return { ...own, drills: drills.map(({ file }) => found.get(file) ?? { diagnostics: [] }) }
}
