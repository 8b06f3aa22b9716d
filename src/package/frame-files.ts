import type { Artifact } from '../io/write-folder.ts'
import type { Changes } from '../model/generated/published/changes.ts'
import { changelog } from '../report/changelog.ts'
import { bundledSchema } from './bundled-schema.ts'
import { codeNotice } from './code-notice.ts'
import { entries } from './entries.ts'
import { typeFiles } from './exported-types.ts'
import type { Assets, Frame } from './frame.ts'
import { type Identity, isOurs } from './identity/identity.ts'
import { dataTypes, manifest } from './manifest.ts'
import { moduleOf } from './module-of.ts'
import { nameTypes, withNames } from './name-types.ts'
import { type Names, namesOf } from './names.ts'
import { readmeOf } from './readme.ts'

/** Version of the data's shape. */
export const schemaVersion = 1

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
  'track',
  'tracks',
]

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
  const { identity, catalog, sampled, rubric, practiceLoop, tracks, redirects, changes } = frame
  const ids = catalog.map(({ id }) => id)
  const prompts = catalog.map(({ id, kind, title, minutes, difficulty }) => ({
    id,
    kind,
    title,
    minutes,
    difficulty,
  }))
  const data = { rubric, 'practice-loop': practiceLoop, tracks, redirects, changes }
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
