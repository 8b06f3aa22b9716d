import type { Artifact } from '../io/write-folder.ts'
import { exportedNameTypes, exportedRuntimeTypes, exportedTypes } from './exported-types.ts'

export interface EntryData {
  readonly ids: readonly string[]
  /** Ids of the drills that have samples. */
  readonly sampled: readonly string[]
  readonly renamed: Readonly<Record<string, string>>
  readonly version: string
  readonly schemaVersion: number
}

const index = ({ version, schemaVersion }: EntryData): string => `import changes from './data/changes.js'
import ids from './data/ids.js'
import practiceLoop from './data/practice-loop.js'
import redirects from './data/redirects.js'
import rubric from './data/rubric.js'
import { assessor, gradingPrompter, resolver, scorer, upgradeReporter, verdictReader } from './runtime.js'

export { practiceLoop, rubric }
export { AnswerError } from './runtime.js'
export const version = ${JSON.stringify(version)}
export const schemaVersion = ${schemaVersion}
export const resolveId = /* @__PURE__ */ resolver(ids, redirects)
export const upgradeReport = /* @__PURE__ */ upgradeReporter(changes, resolveId, version)
export const assess = /* @__PURE__ */ assessor(rubric, practiceLoop)
export const score = /* @__PURE__ */ scorer(rubric)
export const gradingPrompt = /* @__PURE__ */ gradingPrompter(rubric)
export const readVerdicts = /* @__PURE__ */ verdictReader(rubric)
`

const indexTypes = `import type { DrillId } from './types/names.js'
import type { PracticeLoop } from './types/practice-loop.js'
import type { Rubric } from './types/rubric.js'
import type {
  Answer,
  Assessment,
  AssessOptions,
  GradedDrill,
  PromptedDrill,
  ReadVerdicts,
  Resolution,
  Score,
  UpgradeEntry,
  Verdicts,
} from './types/runtime.js'

${Object.entries({ ...exportedTypes, names: exportedNameTypes, runtime: exportedRuntimeTypes })
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
/** Tells what became of an id that was stored under any earlier version; anything else is unknown. */
export declare function resolveId(id: string): Resolution<DrillId>
/**
 * Tells what happened to stored ids since the version under which they were stored.
 * @throws TypeError when \`ids\` is no array of strings or \`from\` no version
 * @throws RangeError when \`from\` is later than the package
 */
export declare function upgradeReport(ids: readonly string[], from: string): readonly UpgradeEntry[]
/**
 * Finds the sentences of an answer that speak of the criteria of a drill and of the general ones, or deny them. It finds
 * places to look at, by words, and judges no quality.
 * @throws AnswerError when the answer is neither text nor a record of section ids to text, or is too long
 * @throws RangeError for an unknown section
 * @throws TypeError when \`options\` holds something else than a drill
 */
export declare function assess<Id extends string = string>(
  answer: Answer,
  options?: AssessOptions<Id>,
): Assessment<Id>
/**
 * The score of an answer, from verdicts on the criteria of the drill and the general ones, by id. A criterion without a
 * verdict counts as not met.
 * @throws RangeError for an unknown criterion, verdict or red flag
 * @throws TypeError when the drill or what is given has another shape
 */
export declare function score(drill: GradedDrill, given: Verdicts): Score
/**
 * The text for a person or a language model that grades an answer: prompt, criteria, red flags, the answer as quoted data,
 * and the shape of the reply.
 * @throws AnswerError when the answer can't be read
 * @throws TypeError when the drill has another shape
 */
export declare function gradingPrompt(drill: PromptedDrill, answer: Answer): string
/**
 * Reads the reply to a grading prompt, text or parsed JSON. A verdict counts with a quote that stands in the answer.
 * @throws TypeError when the reply is no object with a list of verdicts, or the drill has another shape
 */
export declare function readVerdicts(
  reply: unknown,
  drill: Pick<GradedDrill, 'kind' | 'criteria' | 'redFlags'>,
  answer: Answer,
): ReadVerdicts
/** An answer that can't be read. */
export declare class AnswerError extends TypeError {}
`

/** Literal imports: bundlers split one file per drill, Node reads one file per drill. */
const table = (folder: string, ids: readonly string[]): string => `const table = new Map([
${ids.map((id) => `  [${JSON.stringify(id)}, () => import('./${folder}/${id}.js')],\n`).join('')}])
`

const renames = ({ renamed }: EntryData): string =>
  `const renamed = new Map(${JSON.stringify(Object.entries(renamed))})\n`

/** Loads what each drill has. Ids that were renamed lead to the drill's new name. */
const loader = (
  name: string,
  folder: string,
  data: EntryData,
): string => `${table(folder, data.ids)}${renames(data)}
export async function ${name}(id) {
  const load = table.get(id) ?? table.get(renamed.get(id))
  return load === undefined ? undefined : (await load()).default
}
`

/** Loads what some drills have; the others have an empty list. */
const sampleLoader = (data: EntryData): string => `import ids from './data/ids.js'

${table('samples', data.sampled)}${renames(data)}const known = /* @__PURE__ */ new Set(ids)

export async function loadSamples(id) {
  const name = known.has(id) ? id : renamed.get(id)
  const load = table.get(name)
  if (load !== undefined) return (await load()).default
  return known.has(name) ? [] : undefined
}
`

/** The entries of the package: code, with its declarations. */
export function entries(data: EntryData): Artifact[] {
  return [
    { path: 'index.js', text: index(data) },
    { path: 'index.d.ts', text: indexTypes },
    { path: 'catalog.js', text: "export { default as catalog } from './data/catalog.js'\n" },
    {
      path: 'catalog.d.ts',
      text: "import type { Catalog } from './types/catalog.js'\n\n/** A summary of every published drill, in reading order. */\nexport declare const catalog: Catalog\n",
    },
    {
      path: 'prompts.js',
      text: `export { default as promptIds } from './data/ids.js'\nexport { default as prompts } from './data/prompts.js'\n\n${loader('loadPrompt', 'prompts', data)}`,
    },
    {
      path: 'prompts.d.ts',
      text: "import type { DrillId, ListOf } from './types/names.js'\nimport type { Prompt } from './types/prompt.js'\n\n/** The ids of all published drills, in reading order. */\nexport declare const promptIds: ListOf<DrillId>\n/** A menu of all published drills, in reading order, without hints at their answers. */\nexport declare const prompts: readonly Pick<Prompt, 'id' | 'kind' | 'title' | 'minutes' | 'difficulty'>[]\n/** What a candidate may see of a drill, by its id or an earlier one; undefined for an unknown id. */\nexport declare function loadPrompt(id: string): Promise<Prompt | undefined>\n",
    },
    { path: 'drills.js', text: loader('loadDrill', 'drills', data) },
    {
      path: 'drills.d.ts',
      text: "import type { Drill } from './types/drill.js'\n\n/** A whole drill, with its answer, by its id or an earlier one; undefined for an unknown id. */\nexport declare function loadDrill(id: string): Promise<Drill | undefined>\n",
    },
    { path: 'samples.js', text: sampleLoader(data) },
    {
      path: 'samples.d.ts',
      text: "import type { Sample } from './types/sample.js'\n\n/** The sample answers of a drill, from weak to strong, by its id or an earlier one: none for a drill without any, undefined for an unknown id. */\nexport declare function loadSamples(id: string): Promise<readonly Sample[] | undefined>\n",
    },
    { path: 'tracks.js', text: "export { default as tracks } from './data/tracks.js'\n" },
    {
      path: 'tracks.d.ts',
      text: "import type { Track } from './types/track.js'\n\n/** Ways through the drills, by their places. */\nexport declare const tracks: readonly Track[]\n",
    },
  ]
}
