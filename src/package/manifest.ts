import { nodeRange, repository } from '../model/project.ts'

const code = (name: string): Record<string, string> => ({ types: `./${name}.d.ts`, default: `./${name}.js` })

const data = [
  'catalog',
  'prompts',
  'drills',
  'samples',
  'rubric',
  'practice-loop',
  'redirects',
  'changes',
] as const

/** The package.json of the published package. */
export function manifest(version: string): unknown {
  return {
    name: 'audio-text-drills',
    version,
    description: 'Interview and exam drills on audio-text ML systems, as typed data',
    keywords: ['interview', 'machine-learning', 'speech', 'asr', 'tts', 'system-design'],
    license: 'MIT AND CC-BY-4.0',
    homepage: `${repository}#readme`,
    repository: { type: 'git', url: `git+${repository}.git` },
    bugs: `${repository}/issues`,
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
      ...Object.fromEntries(data.map((name) => [`./${name}.json`, `./${name}.json`])),
      './prompts/*.json': './prompts/*.json',
      './drills/*.json': './drills/*.json',
      './samples/*.json': './samples/*.json',
      './schemas/*.schema.json': './schemas/*.schema.json',
      './package.json': './package.json',
    },
  }
}
