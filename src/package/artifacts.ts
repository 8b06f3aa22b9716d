import { catalogEntry, promptOf } from '../compile/content.ts'
import type { Changes } from '../generated/published/changes.ts'
import type { Drill } from '../generated/published/drill.ts'
import type { PracticeLoop } from '../generated/published/practice-loop.ts'
import type { Redirects } from '../generated/published/redirects.ts'
import type { Rubric } from '../generated/published/rubric.ts'
import * as validators from '../generated/published/validators.js'
import type { Artifact } from '../write.ts'
import { entries, typeFiles } from './entries.ts'
import { manifest } from './manifest.ts'
import { verifyPrompt, verifySchema } from './verify.ts'

/** Version of the data's shape. */
export const schemaVersion = 1

export interface Content {
  readonly version: string
  /** In reading order. */
  readonly drills: readonly Drill[]
  readonly rubric: Rubric
  readonly practiceLoop: PracticeLoop
  readonly redirects: Redirects
  readonly changes: Changes
}

/** Files of the toolchain that go into the package as they are, by their path in the repository. */
export type Assets = (path: string) => string

const json = (data: unknown): string => `${JSON.stringify(data)}\n`
const module = (data: unknown): string => `export default ${JSON.stringify(data)}\n`

const schemaNames = [
  'catalog',
  'changes',
  'diagnostics',
  'drill',
  'drills',
  'practice-loop',
  'prompt',
  'prompts',
  'redirects',
  'rubric',
]

function verify({ drills, rubric, practiceLoop, redirects, changes }: Content): void {
  verifySchema('rubric', rubric, validators.rubric)
  verifySchema('practice loop', practiceLoop, validators.practiceLoop)
  verifySchema('redirects', redirects, validators.redirects)
  verifySchema('changes', changes, validators.changes)
  verifySchema('catalog', drills.map(catalogEntry), validators.catalog)
  for (const drill of drills) {
    verifySchema(drill.path, drill, validators.drill)
    const prompt = promptOf(drill)
    verifySchema(`the prompt of ${drill.path}`, prompt, validators.prompt)
    verifyPrompt(prompt, drill, practiceLoop.limits.sharedWords)
  }
}

function copied(assets: Assets): Artifact[] {
  return [
    { path: 'README.md', text: assets('docs/package.md') },
    { path: 'LICENSE', text: assets('LICENSE') },
    { path: 'LICENSE-CONTENT', text: assets('LICENSE-CONTENT') },
    ...schemaNames.map((name) => ({
      path: `schemas/${name}.schema.json`,
      text: assets(`schemas/published/${name}.schema.json`),
    })),
    { path: 'runtime.js', text: assets('lib/runtime.js') },
    { path: 'types/runtime.d.ts', text: assets('src/runtime/types.ts') },
    ...typeFiles.map((name) => ({
      path: `types/${name}.d.ts`,
      text: assets(`src/generated/published/${name}.ts`),
    })),
  ]
}

/** Every file of the package, of content that may not be fit for publication: for comparisons only. */
export function unverifiedArtifacts(content: Content, assets: Assets): Artifact[] {
  const { version, drills, rubric, practiceLoop, redirects, changes } = content
  const catalog = drills.map(catalogEntry)
  const prompts = drills.map(promptOf)
  const ids = drills.map(({ id }) => id)
  const whole = { catalog, prompts, drills, rubric, 'practice-loop': practiceLoop, redirects, changes }
  return [
    { path: 'package.json', text: `${JSON.stringify(manifest(version), null, 2)}\n` },
    ...entries({ ids, version, schemaVersion, renamed: redirects.renamed }),
    ...Object.entries({ catalog, rubric, 'practice-loop': practiceLoop, redirects, changes, ids }).map(
      ([name, data]) => ({ path: `data/${name}.js`, text: module(data) }),
    ),
    ...Object.entries(whole).map(([name, data]) => ({ path: `${name}.json`, text: json(data) })),
    ...(['prompts', 'drills'] as const).flatMap((folder) =>
      whole[folder].flatMap((data) => [
        { path: `${folder}/${data.id}.json`, text: json(data) },
        { path: `${folder}/${data.id}.js`, text: module(data) },
      ]),
    ),
    ...copied(assets),
  ]
}

/**
 * Every file of the package. Same content, same bytes.
 * @throws UnpublishableError before anything is written
 */
export function artifacts(content: Content, assets: Assets): Artifact[] {
  verify(content)
  return unverifiedArtifacts(content, assets)
}
