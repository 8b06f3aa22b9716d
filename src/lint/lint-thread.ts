import { setImmediate as nextTurn } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { readSource } from '../io/read-corpus.ts'
import type { Source } from '../io/source.ts'
import { findingsOnly, lintDocuments } from './lint.ts'
import { factsOf } from './shards.ts'
import { type Parcel, parcel, type ThreadResult, type ThreadTask } from './threads.ts'

const { root, documents, files, place, whole = false } = workerData as ThreadTask
const { definitions } = lintDocuments(documents)
const lintOnly = (source: Source): ThreadResult[] =>
  factsOf(source, definitions, findingsOnly).map((facts) => ({ facts, product: '' }))
const work = place ? (await import('../package/publish.ts')).publisher(place, definitions, whole) : lintOnly

for (let at = 0; at < files.length; at += parcel) {
  const results = files.slice(at, at + parcel).flatMap((file) => work(readSource(root, file)))
  parentPort?.postMessage({
    facts: JSON.stringify(results.map(({ facts }) => facts)),
    products: results.map(({ product }) => product),
  } satisfies Parcel)
  await nextTurn()
}
