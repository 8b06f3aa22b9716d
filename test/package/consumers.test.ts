import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { installPackage, node, root, temporary, writeCorpus, writeFiles } from '../support/package.ts'
import { sample, samplePath } from '../support/samples.ts'
import { track, trackPath } from '../support/tracks.ts'

const corpus = temporary('corpus')
const project = temporary('consumer')
const installed = path.join(project.folder, 'node_modules/audio-text-drills')

beforeAll(() => {
  writeCorpus(corpus.folder, {
    [samplePath('hurried')]: sample({ level: 'middling' }),
    [trackPath('first-week')]: track(),
  })
  installPackage(corpus.folder, project.folder)
})

afterAll(() => {
  corpus.remove()
  project.remove()
})

const ids = ['voice-note-search', 'empty-search-results', 'what-is-recall']

test('the tarball installs without dependencies and holds both licences', () => {
  expect(
    readdirSync(path.join(project.folder, 'node_modules')).filter((name) => !name.startsWith('.')),
  ).toEqual(['audio-text-drills'])
  expect(readFileSync(path.join(installed, 'LICENSE'), 'utf8')).toContain('MIT License')
  expect(readFileSync(path.join(installed, 'LICENSE-CONTENT'), 'utf8')).toContain(
    'Attribution 4.0 International',
  )
})

test('ESM imports every entry', () => {
  writeFiles(project.folder, {
    'esm.mjs': `
      import * as main from 'audio-text-drills'
      import { catalog } from 'audio-text-drills/catalog'
      import { loadPrompt, promptIds, prompts } from 'audio-text-drills/prompts'
      import { loadDrill } from 'audio-text-drills/drills'
      import { loadSamples } from 'audio-text-drills/samples'
      import samples from 'audio-text-drills/samples/voice-note-search.json' with { type: 'json' }
      import json from 'audio-text-drills/drills/voice-note-search.json' with { type: 'json' }
      import { tracks } from 'audio-text-drills/tracks'
      import tracksFile from 'audio-text-drills/tracks.json' with { type: 'json' }
      const drill = await loadDrill('voice-note-search')
      const prompt = await loadPrompt('voice-note-search')
      console.log(JSON.stringify({
        exports: Object.keys(main).sort(), version: main.version, schemaVersion: main.schemaVersion,
        criteria: main.rubric.criteria.length, minutes: main.practiceLoop.minutes,
        ids: catalog.map(({ id }) => id), promptIds, sections: drill.sections.length, keys: Object.keys(prompt).sort(),
        menu: prompts.map((each) => Object.values(each).join(' ')),
        same: JSON.stringify(json) === JSON.stringify(drill), unknown: [await loadDrill('constructor'), await loadPrompt('__proto__') ],
        sameSamples: JSON.stringify(samples) === JSON.stringify(await loadSamples('voice-note-search')),
        tracks: tracks.map(({ id, drills }) => [id, ...drills]), sameTracks: JSON.stringify(tracks) === JSON.stringify(tracksFile),
        samples: [samples.length, await loadSamples('what-is-recall'), await loadSamples('constructor')],
      }))`,
  })
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string }
  expect(JSON.parse(node(['esm.mjs'], project.folder))).toEqual({
    exports: [
      'AnswerError',
      'assess',
      'gradingPrompt',
      'practiceLoop',
      'readVerdicts',
      'resolveId',
      'rubric',
      'schemaVersion',
      'score',
      'upgradeReport',
      'version',
    ],
    version,
    schemaVersion: 1,
    criteria: 6,
    minutes: 25,
    ids,
    promptIds: ids,
    sections: 5,
    keys: ['difficulty', 'digest', 'id', 'kind', 'minutes', 'prompt', 'status', 'title'],
    menu: [
      'voice-note-search round Voice note search 25 core',
      'empty-search-results incident Empty search results 25 core',
      'what-is-recall question What does recall at ten measure? 5 core',
    ],
    same: true,
    unknown: [null, null],
    sameSamples: true,
    tracks: [['first-week', 'what-is-recall', 'voice-note-search', 'empty-search-results']],
    sameTracks: true,
    samples: [1, [], null],
  })
})

test('an error that nobody catches has its own name', () => {
  writeFiles(project.folder, {
    'name.mjs': `import { AnswerError, assess } from 'audio-text-drills'
      try { assess(null) } catch (error) { console.log(error instanceof AnswerError, error.name, error.constructor.name) }`,
  })
  expect(node(['name.mjs'], project.folder).trim()).toBe('true AnswerError AnswerError')
})

test('CommonJS requires it', () => {
  writeFiles(project.folder, {
    'common.cjs': `
      const { catalog } = require('audio-text-drills/catalog')
      const { loadDrill } = require('audio-text-drills/drills')
      loadDrill(catalog[2].id).then((drill) => console.log(catalog.length, drill.answer.html.includes('data-criterion')))`,
  })
  expect(node(['common.cjs'], project.folder).trim()).toBe('3 true')
})

const typed = `
import { practiceLoop, rubric, version, type Drill, type DrillCriterion, type Phase, type Prompt, type Question, type Sample, type Verdict } from 'audio-text-drills'
import { catalog } from 'audio-text-drills/catalog'
import { loadDrill } from 'audio-text-drills/drills'
import { loadPrompt, promptIds, prompts } from 'audio-text-drills/prompts'
import { loadSamples } from 'audio-text-drills/samples'
import drills from 'audio-text-drills/drills.json' with { type: 'json' }
import one from 'audio-text-drills/drills/voice-note-search.json' with { type: 'json' }
import rubricFile from 'audio-text-drills/rubric.json' with { type: 'json' }
import samplesOfOne from 'audio-text-drills/samples/voice-note-search.json' with { type: 'json' }
const drill: Drill | undefined = await loadDrill(promptIds[0] ?? '')
const prompt: Prompt | undefined = await loadPrompt(catalog[0]?.id ?? '')
const phases: readonly Phase[] = practiceLoop.phases
export const all: readonly string[] = [version, drill && drill.kind !== 'question' ? (drill.sections[0]?.points[0]?.label ?? '') : (drill?.answer.html ?? ''), prompt?.prompt.html ?? '', rubric.criteria[0]?.id ?? '', phases[0]?.id ?? '']
export const criteria: readonly DrillCriterion[] = drill?.criteria ?? []
export const samples: readonly Sample[] = (await loadSamples('a')) ?? samplesOfOne
export const verdict: Verdict | undefined = samples[0]?.verdicts['a']
export const minutes: number = prompts[0]?.minutes ?? one.minutes
export const questions: readonly Question[] = drills.filter((each) => each.kind === 'question')
export const most: number = rubricFile.score.criteria + practiceLoop.kinds.question.criteria.most
// @ts-expect-error only questions have an answer in prose
export const answer = one.answer
// @ts-expect-error the data is read-only
if (drill) drill.title = 'another'
// @ts-expect-error a prompt has no answer
export const leak = prompt?.sections
`

test.each(['nodenext', 'bundler'])('TypeScript compiles a consumer with %s resolution', (resolution) => {
  writeFiles(project.folder, { 'typed.ts': typed })
  const module = resolution === 'nodenext' ? 'nodenext' : 'esnext'
  const options = [
    '--noEmit',
    '--strict',
    '--target',
    'es2023',
    '--module',
    module,
    '--moduleResolution',
    resolution,
    '--types',
    '',
  ]
  expect(
    node([path.join(root, 'node_modules/typescript/bin/tsc'), ...options, 'typed.ts'], project.folder),
  ).toBe('')
})

test('publint finds nothing to say', () => {
  expect(
    node([path.join(root, 'node_modules/publint/src/cli.js'), '--strict', installed], project.folder),
  ).toContain('All good!')
})

test('the types resolve in every mode that ESM packages support', () => {
  const attw = path.join(root, 'node_modules/@arethetypeswrong/cli/dist/index.js')
  const options = ['--profile', 'esm-only', '--quiet', '--no-color']
  // It ends with another exit code, and so throws, when it has a problem to report.
  expect(node([attw, '--pack', path.join(corpus.folder, 'dist'), ...options], project.folder).trim()).toBe('')
})

test('a bundle that imports only prompts holds no answer', async () => {
  writeFiles(project.folder, {
    'page.mjs':
      "import { loadPrompt, promptIds } from 'audio-text-drills/prompts'\nexport default Promise.all(promptIds.map(loadPrompt))\n",
  })
  const { outputFiles } = await build({
    absWorkingDir: project.folder,
    entryPoints: ['page.mjs'],
    bundle: true,
    splitting: true,
    format: 'esm',
    outdir: 'out',
    write: false,
  })
  const output = outputFiles.map(({ text }) => text).join('\n')
  expect(outputFiles.length).toBeGreaterThan(ids.length)
  const drills = JSON.parse(readFileSync(path.join(installed, 'drills.json'), 'utf8')) as {
    prompt: { markdown: string }
    sections?: { points: { text: string }[] }[]
    answer?: { markdown: string }
    criteria: { met: { markdown: string }; cues: string[] }[]
  }[]
  expect(drills.map(({ prompt }) => output.includes(JSON.stringify(prompt.markdown).slice(1, -1)))).toEqual([
    true,
    true,
    true,
  ])
  const answers = drills.flatMap(({ sections = [], answer, criteria }) => [
    ...criteria.flatMap(({ met, cues }) => [met.markdown, ...cues]),
    ...sections.flatMap(({ points }) => points.map(({ text }) => text)),
    ...(answer ? [answer.markdown] : []),
  ])
  expect(answers.length).toBeGreaterThan(30)
  expect(answers.filter((text) => output.includes(text.slice(0, 40)))).toEqual([])
})

test('nothing but `path` points into the repository', () => {
  const text = readFileSync(path.join(installed, 'drills.json'), 'utf8')
  expect(text).not.toContain('rubric.md')
  expect(text).not.toMatch(/\]\((?!https:)/)
  expect(text).not.toMatch(/href=\\"(?!https:)/)
  expect(existsSync(path.join(installed, 'drills/voice-note-search.js'))).toBe(true)
})

test('git and npm leave no trace of this machine in the package', () => {
  const files = execFileSync('find', ['.', '-type', 'f'], { cwd: installed, encoding: 'utf8' })
    .trim()
    .split('\n')
  const texts = files.map((file) => readFileSync(path.join(installed, file), 'utf8'))
  expect(texts.filter((text) => text.includes(corpus.folder) || text.includes(root))).toEqual([])
})
