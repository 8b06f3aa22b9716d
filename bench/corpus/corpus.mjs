import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { drill } from './drill.mjs'
import { spoil } from './mistakes.mjs'
import { samplesOf } from './sample.mjs'

const drills = fileURLToPath(new URL('../../drills', import.meta.url))

/** With mistakes, one drill in this many is wrong. */
const wrongOneIn = 5

/**
 * The drills of a corpus, one after the other. A smaller corpus is the beginning of a larger one.
 * @param options size, seed, whether a fifth of the drills has mistakes, and whether rounds and incidents have sample
 *   answers
 */
export function* corpus({ size, seed, mistakes = false, samples = false }) {
  for (let index = 0; index < size; index += 1) {
    const made = drill(seed, index)
    yield {
      ...(mistakes && index % wrongOneIn === 3 ? spoil(made, seed, index) : made),
      samples: samples ? samplesOf(made, seed, index) : [],
    }
  }
}

/**
 * Writes a corpus that the linter and the build accept as a repository: drills, samples and definition documents.
 * @returns how many bytes the drills have
 */
export function writeCorpus(folder, options) {
  for (const kind of ['rounds', 'incidents', 'questions'])
    mkdirSync(path.join(folder, 'drills', kind), { recursive: true })
  for (const name of ['practice-loop.md', 'rubric.md'])
    copyFileSync(path.join(drills, name), path.join(folder, 'drills', name))
  let bytes = 0
  for (const { file, text, samples } of corpus(options)) {
    writeFileSync(path.join(folder, file), text)
    bytes += Buffer.byteLength(text)
    for (const sample of samples) {
      mkdirSync(path.join(folder, path.dirname(sample.file)), { recursive: true })
      writeFileSync(path.join(folder, sample.file), sample.text)
    }
  }
  return bytes
}
