import { setImmediate as nextTurn } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { lintDocuments } from './lint.ts'
import { readSource } from './read-corpus.ts'
import { factsOf } from './shards.ts'
import { parcel, type ThreadTask } from './threads.ts'

const { root, documents, files } = workerData as ThreadTask
const { definitions } = lintDocuments(documents)

for (let at = 0; at < files.length; at += parcel) {
  const facts = files.slice(at, at + parcel).flatMap((file) => factsOf(readSource(root, file), definitions))
  parentPort?.postMessage(JSON.stringify(facts))
  await nextTurn()
}
