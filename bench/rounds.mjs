import { measure } from './meter.mjs'

/** What takes half a minute a run is not run more often. */
const slowRounds = 3

/**
 * Runs every contender once a round, each round beginning with another, so that a slow minute of the machine
 * meets all of them.
 * @param contenders name, command, cwd; maybe `before` each run, `slow`, `primed` by a run that does not count,
 *   and expected exit codes
 * @param options rounds, and whether all but slow ones run once before it counts
 * @returns by name one sample a round; slow ones have fewer
 */
export async function runRounds(contenders, { rounds, warmUp }, log) {
  const samples = new Map(contenders.map(({ name }) => [name, []]))
  const once = async (contender, round) => {
    await contender.before?.(round)
    return measure(contender)
  }
  for (const contender of contenders)
    if (contender.primed || (warmUp && !contender.slow)) await once(contender, -1)
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < contenders.length; turn += 1) {
      const contender = contenders[(turn + round) % contenders.length]
      if (contender.slow && round >= slowRounds) continue
      const sample = await once(contender, round)
      samples.get(contender.name).push({ round, ...sample })
      log(`round ${round + 1} of ${rounds}: ${contender.name} ${sample.wall.toFixed(2)} s`)
    }
  }
  return samples
}
