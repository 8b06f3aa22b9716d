import { type LazySource, load, type Source } from '../io/source.ts'
import type { Definitions } from '../model/definitions.ts'
import type { FactsFile, FileFacts } from '../model/generated/exchange/facts.ts'
import { digest } from '../text/digest.ts'
import { quote } from '../text/quote.ts'
import { drillResults, makeNothing } from './drill-results.ts'
import type { FileResult } from './file-result.ts'
import { drillsOf } from './lint-documents.ts'

/** A part of a corpus: every nth drill, so that all shards take the same time. */
export type Shard = FactsFile['shard']

/** What the results of several machines must have in common. */
export type Basis = Pick<FactsFile, 'toolchain' | 'definitions'>

/** Results that can't be merged. */
export class ShardError extends Error {}

type Sources = readonly (Source | LazySource)[]

function factsOf(source: Source, definitions: Definitions | undefined): FileFacts[] {
  return drillResults([source], definitions, makeNothing).map(({ result: { facts, ...result } }) => ({
    ...result,
    ...('bytes' in source && { digest: digest(source.bytes) }),
    ...(facts && { facts }),
  }))
}

/** Whether facts belong to the current content. A drill that can't be read has no digest, but a finding that says why. */
const isCurrent = (facts: FileFacts, source: Source): boolean =>
  'bytes' in source
    ? facts.digest === digest(source.bytes)
    : JSON.stringify([facts]) === JSON.stringify(factsOf(source, undefined))

/** Lints the drills of one shard. */
export function lintShard(
  sources: Sources,
  definitions: Definitions | undefined,
  shard: Shard,
  basis: Basis,
): FactsFile {
  const files = drillsOf(sources)
    .filter((_, at) => at % shard.of === shard.index - 1)
    .flatMap((entry) => factsOf(load(entry), definitions))
  return { version: 1, ...basis, shard, files }
}

function refuseForeign(parts: readonly FactsFile[], basis: Basis): void {
  const of = parts[0]?.shard.of
  const seen = new Set<number>()
  for (const { toolchain, definitions, shard } of parts) {
    const name = `shard ${shard.index}/${shard.of}`
    if (toolchain !== basis.toolchain) throw new ShardError(`${name} is of another build of the linter`)
    if (definitions !== basis.definitions)
      throw new ShardError(`${name} is of other definition documents than those here`)
    if (shard.of !== of) throw new ShardError(`${name} does not go with a shard of ${of}`)
    if (shard.index > shard.of) throw new ShardError(`${name} is beyond the last`)
    if (seen.has(shard.index)) throw new ShardError(`${name} is there twice`)
    seen.add(shard.index)
  }
  for (let index = 1; of !== undefined && index <= of; index += 1)
    if (!seen.has(index)) throw new ShardError(`shard ${index}/${of} is missing; all ${of} are needed`)
}

/**
 * Joins the results of every drill of a corpus from all its shards.
 * @throws ShardError when a shard is missing, or is not of this very corpus
 */
export function joinShards(parts: readonly FactsFile[], sources: Sources, basis: Basis): FileResult[] {
  refuseForeign(parts, basis)
  const all = new Map(parts.flatMap(({ files }) => files.map((facts) => [facts.file, facts] as const)))
  const drills = drillsOf(sources)
  const joined = drills.map((entry): FileResult => {
    const { file } = entry
    const found = all.get(file)
    if (!found) throw new ShardError(`no shard has the facts of ${quote(file, 200)}`)
    if (!isCurrent(found, load(entry)))
      throw new ShardError(`${quote(file, 200)} has changed since its facts were made`)
    const { diagnostics, facts } = found
    return { file, diagnostics, ...(facts && { facts: { ...facts, file } }) }
  })
  const known = new Set(drills.map(({ file }) => file))
  for (const file of all.keys())
    if (!known.has(file)) throw new ShardError(`${quote(file, 200)} is gone since its facts were made`)
  return joined
}
