import { load, type Source } from '../io/source.ts'
import type { Definitions } from '../model/definitions.ts'
import type { FactsFile, FileFacts } from '../model/generated/exchange/facts.ts'
import { quote } from '../text/quote.ts'
import { digestOf } from './cache/digest.ts'
import { packFindings, unpackFindings } from './cache/findings.ts'
import { drillsOf, findingsOnly, type LintInput, lintDrills, type Wanted } from './lint.ts'
import type { Findings } from './reduce.ts'

/** A part of a corpus: every nth drill, so that all parts take the same time. */
export type Shard = FactsFile['shard']

/** What makes the facts of two runs fit together. */
export type Basis = Pick<FactsFile, 'toolchain' | 'definitions'>

/** Facts that can't be merged. */
export class ShardError extends Error {}

/** What a drill comes to on its own. */
export function factsOf<T>(
  source: Source,
  definitions: Definitions | undefined,
  wanted: Wanted<T>,
): FileFacts[] {
  const made = digestOf(source)
  return lintDrills([source], definitions, wanted).map((findings) => ({
    file: source.file,
    ...(made !== undefined && { digest: made }),
    ...packFindings(findings),
  }))
}

/** Whether facts are of a drill as it is now. One that can't be read has no digest, but a finding that says why. */
function areOf(facts: FileFacts, source: Source): boolean {
  const now = digestOf(source)
  return now === undefined
    ? JSON.stringify([facts]) === JSON.stringify(factsOf(source, undefined, findingsOnly))
    : facts.digest === now
}

/** Lints the drills of a part, each on its own. */
export function lintShard(
  sources: LintInput['sources'],
  definitions: Definitions | undefined,
  shard: Shard,
  basis: Basis,
): FactsFile {
  const files = drillsOf(sources)
    .filter((_, at) => at % shard.of === shard.index - 1)
    .flatMap((entry) => factsOf(load(entry), definitions, findingsOnly))
  return { version: 1, ...basis, shard, files }
}

function refuseStrangers(parts: readonly FactsFile[], basis: Basis): void {
  const of = parts[0]?.shard.of ?? 0
  const seen = new Set<number>()
  for (const { toolchain, definitions, shard } of parts) {
    const name = `shard ${shard.index}/${shard.of}`
    if (toolchain !== basis.toolchain) throw new ShardError(`${name} is of another build of the linter`)
    if (definitions !== basis.definitions)
      throw new ShardError(`${name} is of other definition documents than those here`)
    if (shard.of !== of) throw new ShardError(`${name} does not go with a shard of ${of}`)
    if (shard.index > of) throw new ShardError(`${name} is beyond the last`)
    if (seen.has(shard.index)) throw new ShardError(`${name} is there twice`)
    seen.add(shard.index)
  }
  for (let index = 1; index <= of; index += 1)
    if (!seen.has(index)) throw new ShardError(`shard ${index}/${of} is missing; all ${of} are needed`)
}

/**
 * The findings of every drill of a corpus, from the facts of all its parts.
 * @throws ShardError when a part is missing, or is not of this very corpus
 */
export function joinShards(
  parts: readonly FactsFile[],
  sources: LintInput['sources'],
  basis: Basis,
): Findings[] {
  refuseStrangers(parts, basis)
  const all = new Map(parts.flatMap(({ files }) => files.map((facts) => [facts.file, facts] as const)))
  const drills = drillsOf(sources)
  const joined = drills.map((entry) => {
    const source: Source = load(entry)
    const facts = all.get(entry.file)
    if (!facts) throw new ShardError(`no shard has the facts of ${quote(entry.file, 200)}`)
    if (!areOf(facts, source))
      throw new ShardError(`${quote(entry.file, 200)} has changed since its facts were made`)
    return unpackFindings(entry.file, facts)
  })
  if (all.size > drills.length) {
    const known = new Set(drills.map(({ file }) => file))
    const gone = [...all.keys()].find((file) => !known.has(file))
    throw new ShardError(`${quote(gone ?? '', 200)} is gone since its facts were made`)
  }
  return joined
}
