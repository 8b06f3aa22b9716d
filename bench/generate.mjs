// Writes drills to measure with: node bench/generate.mjs --size 1000 --seed 1 --out <folder> [--samples] [--mistakes]
import { parseArgs } from 'node:util'
import { writeCorpus } from './corpus/corpus.mjs'

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string' },
    samples: { type: 'boolean', default: false },
    mistakes: { type: 'boolean', default: false },
  },
})
const [size, seed] = [Number(values.size), Number(values.seed)]
if (!values.out || !Number.isSafeInteger(size) || size < 1 || !Number.isSafeInteger(seed)) {
  console.error(
    'usage: node bench/generate.mjs --out <new folder> [--size 1000] [--seed 1] [--samples] [--mistakes]',
  )
  process.exitCode = 2
} else {
  const { out, samples, mistakes } = values
  const bytes = writeCorpus(out, { size, seed, samples, mistakes })
  console.log(`${size} drills, ${(bytes / size / 1024).toFixed(1)} KB each, in ${out}`)
}
