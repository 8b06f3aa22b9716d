import type { Artifact } from '../io/write-folder.ts'
import type { Changes } from '../model/generated/published/changes.ts'
import type { Drill } from '../model/generated/published/drill.ts'
import type { PracticeLoop } from '../model/generated/published/practice-loop.ts'
import type { Redirects } from '../model/generated/published/redirects.ts'
import type { Rubric } from '../model/generated/published/rubric.ts'
import type { Sample } from '../model/generated/published/sample.ts'
import * as validators from '../model/generated/published/validators.js'
import { changelog } from '../report/changelog.ts'
import { bundledSchema } from './bundled-schema.ts'
import { codeNotice } from './code-notice.ts'
import { collections } from './collections.ts'
import { entries } from './entries.ts'
import { typeFiles } from './exported-types.ts'
import { type Identity, isOurs } from './identity/identity.ts'
import { dataTypes, manifest } from './manifest.ts'
import { moduleOf } from './module-of.ts'
import { nameTypes, withNames } from './name-types.ts'
import { type Names, namesOf } from './names.ts'
import { drillFiles, drillJson, type Listed, listed } from './publish-drill.ts'
import { sampleFiles } from './publish-samples.ts'
import { readmeOf } from './readme.ts'
import { verifySchema } from './verify.ts'

/** Version of the data's shape. */
export const schemaVersion = 1

interface Shared {
  readonly identity: Identity
  readonly rubric: Rubric
  readonly practiceLoop: PracticeLoop
  readonly redirects: Redirects
  readonly changes: Changes
}

/** What a package holds, in memory. */
export interface Content extends Shared {
  /** In reading order. */
  readonly drills: readonly Drill[]
  /** In any order; those of drills that are not published are left out. */
  readonly samples: readonly Sample[]
}

/** What a package holds besides its drills. */
export interface Frame extends Shared {
  /** In reading order. */
  readonly catalog: readonly Listed[]
  /** Ids of the drills that have samples. */
  readonly sampled: ReadonlySet<string>
}

/** Files of the toolchain that go into the package as they are, by their path in the repository. */
export type Assets = (path: string) => string

const schemaNames = [
  'catalog',
  'changes',
  'diagnostics',
  'drill',
  'drills',
  'gone-drill',
  'practice-loop',
  'prompt',
  'prompts',
  'redirects',
  'rubric',
  'sample',
  'samples',
]

/** @throws UnpublishableError */
export function verifyFrame({ rubric, practiceLoop, redirects, changes }: Frame): void {
  verifySchema('rubric', rubric, validators.rubric)
  verifySchema('practice loop', practiceLoop, validators.practiceLoop)
  verifySchema('redirects', redirects, validators.redirects)
  verifySchema('changes', changes, validators.changes)
}

function documents(identity: Identity, changes: Changes, assets: Assets): Artifact[] {
  const schema = (file: string): string => assets(`schemas/published/${file}`)
  return [
    { path: 'README.md', text: readmeOf(identity, assets('docs/package.md')) },
    { path: 'CHANGELOG.md', text: changelog(changes) },
    ...identity.licences,
    ...(isOurs(identity) ? [] : [codeNotice(assets('LICENSE'))]),
    ...schemaNames.map((name) => ({
      path: `schemas/${name}.schema.json`,
      text: bundledSchema(schema(`${name}.schema.json`), schema),
    })),
    { path: 'runtime.js', text: assets('lib/runtime.js') },
  ]
}

function types(names: Names, assets: Assets): Artifact[] {
  return [
    { path: 'types/names.d.ts', text: nameTypes(names) },
    { path: 'types/runtime.d.ts', text: withNames(assets('src/runtime/types.ts'), names) },
    ...typeFiles.map((name) => ({
      path: `types/${name}.d.ts`,
      text: withNames(assets(`src/model/generated/published/${name}.ts`), names),
    })),
    ...dataTypes,
  ]
}

/** The files that belong to no drill alone. */
export function frameFiles(frame: Frame, assets: Assets): Artifact[] {
  const { identity, catalog, sampled, rubric, practiceLoop, redirects, changes } = frame
  const ids = catalog.map(({ id }) => id)
  const prompts = catalog.map(({ id, kind, title, minutes, difficulty }) => ({
    id,
    kind,
    title,
    minutes,
    difficulty,
  }))
  const data = { rubric, 'practice-loop': practiceLoop, redirects, changes }
  return [
    { path: 'package.json', text: `${JSON.stringify(manifest(identity), null, 2)}\n` },
    ...entries({
      ids,
      sampled: ids.filter((id) => sampled.has(id)),
      version: identity.version,
      schemaVersion,
      renamed: redirects.renamed,
    }),
    ...Object.entries({ ...data, ids, prompts }).map(([name, each]) => ({
      path: `data/${name}.js`,
      text: moduleOf(JSON.stringify(each)),
    })),
    ...Object.entries(data).map(([name, each]) => ({
      path: `${name}.json`,
      text: `${JSON.stringify(each)}\n`,
    })),
    ...documents(identity, changes, assets),
    ...types(namesOf(frame), assets),
  ]
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
