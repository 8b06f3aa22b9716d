import type { Artifact } from '../io/write-folder.ts'
import type { Drill } from '../model/generated/published/drill.ts'
import type { Sample } from '../model/generated/published/sample.ts'
import { collections } from './collections.ts'
import type { Assets, Shared } from './frame.ts'
import { frameFiles } from './frame-files.ts'
import { drillFiles, drillJson, listed } from './publish-drill.ts'
import { sampleFiles } from './publish-samples.ts'

/** What a package holds, in memory. */
export interface Content extends Shared {
  /** In reading order. */
  readonly drills: readonly Drill[]
  /** In any order; those of drills that are not published are left out. */
  readonly samples: readonly Sample[]
}

/** The files of samples by their drill. */
function filesOfSamples(ids: ReadonlySet<string>, samples: readonly Sample[]): Map<string, Artifact[]> {
  const byDrill = new Map<string, Parameters<typeof sampleFiles>[1][number][]>()
  for (const sample of samples) {
    if (!ids.has(sample.drill)) continue
    const member = { ...sample, json: JSON.stringify(sample) }
    byDrill.set(sample.drill, [...(byDrill.get(sample.drill) ?? []), member])
  }
  return new Map(Array.from(byDrill, ([drill, members]) => [drill, sampleFiles(drill, members)]))
}

/** Every file of the package in memory, of content that may not be fit for publication: for comparisons only. */
export function contentFiles({ drills, samples, ...rest }: Content, assets: Assets): Map<string, string> {
  const ofSamples = filesOfSamples(new Set(drills.map(({ id }) => id)), samples)
  const frame = { ...rest, catalog: drills.map(listed), sampled: new Set(ofSamples.keys()) }
  const files = new Map(
    [
      ...frameFiles(frame, assets),
      ...drills.map(drillJson).flatMap(drillFiles),
      ...[...ofSamples.values()].flat(),
    ].map(({ path, text }) => [path, text]),
  )
  const read = (name: string): Uint8Array => {
    const text = files.get(name)
    if (text === undefined) throw new Error(`the package has no file ${name}`)
    return Buffer.from(text)
  }
  for (const { path, parts } of collections(frame, read))
    files.set(path, Buffer.concat([...parts].map((part) => Buffer.from(part))).toString())
  return files
}
