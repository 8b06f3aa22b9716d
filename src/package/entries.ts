import type { Artifact } from '../write.ts'

/** The types that each generated declaration file gives to the package's main entry. */
const types = {
  catalog: ['Catalog', 'CatalogEntry'],
  drill: [
    'Category',
    'Difficulty',
    'Digests',
    'Drill',
    'Evidence',
    'Item',
    'Kind',
    'Point',
    'Reference',
    'RichText',
    'Section',
    'Status',
  ],
  prompt: ['Prompt'],
  rubric: ['Criterion', 'RedFlag', 'RedFlagTest', 'Rubric', 'Substance', 'SubstancePart'],
  'practice-loop': ['Component', 'Limits', 'LoopPoint', 'LoopSection', 'Phase', 'PracticeLoop'],
  redirects: ['Redirects', 'Split'],
  changes: ['Changes', 'DrillChange', 'VersionChanges'],
} as const

/** Names of the declaration files. */
export const typeFiles: readonly string[] = Object.keys(types)

const index = (
  version: string,
  schemaVersion: number,
): string => `export { default as practiceLoop } from './data/practice-loop.js'
export { default as rubric } from './data/rubric.js'
export const version = ${JSON.stringify(version)}
export const schemaVersion = ${schemaVersion}
`

const indexTypes = `import type { PracticeLoop } from './types/practice-loop.js'
import type { Rubric } from './types/rubric.js'

${Object.entries(types)
  .map(([file, names]) => `export type { ${names.join(', ')} } from './types/${file}.js'`)
  .join('\n')}

/** The version of the package, which is that of its content. */
export declare const version: string
/** Raised when the shape of the data changes incompatibly. */
export declare const schemaVersion: number
/** The criteria and red flags that answers are graded by. */
export declare const rubric: Rubric
/** The timed loop that a learner runs. */
export declare const practiceLoop: PracticeLoop
`

/** A table of literal imports: bundlers split one file per drill, Node reads one file per drill. */
const loader = (name: string, folder: string, ids: readonly string[]): string => `const table = new Map([
${ids.map((id) => `  [${JSON.stringify(id)}, () => import('./${folder}/${id}.js')],\n`).join('')}])

export async function ${name}(id) {
  const load = table.get(id)
  return load === undefined ? undefined : (await load()).default
}
`

/** The entries of the package: code, with its declarations. */
export function entries(ids: readonly string[], version: string, schemaVersion: number): Artifact[] {
  return [
    { path: 'index.js', text: index(version, schemaVersion) },
    { path: 'index.d.ts', text: indexTypes },
    { path: 'catalog.js', text: "export { default as catalog } from './data/catalog.js'\n" },
    {
      path: 'catalog.d.ts',
      text: "import type { Catalog } from './types/catalog.js'\n\n/** A summary of every published drill, in reading order. */\nexport declare const catalog: Catalog\n",
    },
    {
      path: 'prompts.js',
      text: `export const promptIds = Object.freeze(${JSON.stringify(ids)})\n\n${loader('loadPrompt', 'prompts', ids)}`,
    },
    {
      path: 'prompts.d.ts',
      text: "import type { Prompt } from './types/prompt.js'\n\n/** The ids of all published drills, in reading order. */\nexport declare const promptIds: readonly string[]\n/** What a candidate may see of a drill; undefined for an unknown id. */\nexport declare function loadPrompt(id: string): Promise<Prompt | undefined>\n",
    },
    { path: 'drills.js', text: loader('loadDrill', 'drills', ids) },
    {
      path: 'drills.d.ts',
      text: "import type { Drill } from './types/drill.js'\n\n/** A whole drill, with its answer; undefined for an unknown id. */\nexport declare function loadDrill(id: string): Promise<Drill | undefined>\n",
    },
  ]
}
