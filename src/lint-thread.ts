import { parentPort, workerData } from 'node:worker_threads'
import { lintDocuments } from './lint.ts'
import { readSource } from './read.ts'
import { factsOf } from './shards.ts'
import type { ThreadTask } from './threads.ts'

const { root, documents, files } = workerData as ThreadTask
const { definitions } = lintDocuments(documents)

parentPort?.postMessage(
  // As text: to hand over a tree of objects takes twice as long.
  JSON.stringify(files.flatMap((file) => factsOf(readSource(root, file), definitions))),
)
