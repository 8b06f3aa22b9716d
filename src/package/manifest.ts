import type { Artifact } from '../io/write-folder.ts'
import { nodeRange } from '../model/project.ts'
import type { Identity } from './identity/identity.ts'

const code = (name: string): Record<string, string> => ({ types: `./${name}.d.ts`, default: `./${name}.js` })

/** Files of data, each with the type that it has and the declaration file that this type is from. */
const data = {
  catalog: ['Catalog', 'catalog'],
  prompts: ['readonly Prompt[]', 'prompt'],
  drills: ['readonly Drill[]', 'drill'],
  samples: ['readonly Sample[]', 'sample'],
  tracks: ['readonly Track[]', 'track'],
  rubric: ['Rubric', 'rubric'],
  'practice-loop': ['PracticeLoop', 'practice-loop'],
  redirects: ['Redirects', 'redirects'],
  changes: ['Changes', 'changes'],
} as const

/** The same for folders with a file per drill. */
const folders = {
  prompts: ['Prompt', 'prompt'],
  drills: ['Drill', 'drill'],
  samples: ['readonly Sample[]', 'sample'],
} as const

const declaration = (path: string, [type, from]: readonly [type: string, from: string]): Artifact => ({
  path,
  text: `import type { ${type.replace(/^readonly |\[\]$/g, '')} } from '../${from}.js' with { 'resolution-mode': 'import' }

declare const data: ${type}
export = data
`,
})

/** Declarations of the data files: for TypeScript JSON is a CommonJS module, whoever imports it. */
export const dataTypes: readonly Artifact[] = [
  ...Object.entries(data).map(([name, of]) => declaration(`types/data/${name}.d.cts`, of)),
  ...Object.entries(folders).map(([name, of]) => declaration(`types/data/${name}-of-id.d.cts`, of)),
]

/** The package.json of the published package. */
export function manifest({ name, version, fields }: Identity): unknown {
  return {
    name,
    version,
    ...fields,
    type: 'module',
    sideEffects: false,
    engines: { node: nodeRange },
    main: './index.js',
    types: './index.d.ts',
    exports: {
      '.': code('index'),
      './catalog': code('catalog'),
      './prompts': code('prompts'),
      './drills': code('drills'),
      './samples': code('samples'),
      './tracks': code('tracks'),
      ...Object.fromEntries(
        Object.keys(data).map((name) => [
          `./${name}.json`,
          { types: `./types/data/${name}.d.cts`, default: `./${name}.json` },
        ]),
      ),
      ...Object.fromEntries(
        Object.keys(folders).map((name) => [
          `./${name}/*.json`,
          { types: `./types/data/${name}-of-id.d.cts`, default: `./${name}/*.json` },
        ]),
      ),
      './schemas/*.schema.json': './schemas/*.schema.json',
      './package.json': './package.json',
    },
  }
}

const ownEntries = ['./catalog', './prompts', './drills']

/** Whether a package.json is of a package of drills, whoever’s drills they are. */
export function isPackageOfDrills(found: unknown): boolean {
  if (typeof found !== 'object' || found === null || !('exports' in found)) return false
  const { exports } = found
  return (
    typeof exports === 'object' && exports !== null && ownEntries.every((key) => Object.hasOwn(exports, key))
  )
}
