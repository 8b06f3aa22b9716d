import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { edit, paths, valid } from '../support/corpus.ts'
import { installPackage, root, temporary, writeCorpus, writeFiles } from '../support/package.ts'
import { sample, samplePath } from '../support/samples.ts'
import { track, trackPath } from '../support/tracks.ts'

const corpus = temporary('corpus')
const project = temporary('typed')
const installed = path.join(project.folder, 'node_modules/audio-text-drills')

beforeAll(() => {
  writeCorpus(corpus.folder, {
    [paths.question]: edit(valid.question, 'topics: [recall]', 'topics: [recall]\ncomponents: [reranker]'),
    [paths.redirects]: 'renamed:\n  note-search: voice-note-search\n',
    [trackPath('first-week')]: track(),
    [samplePath('hurried')]: sample({ level: 'middling' }),
    [samplePath('calm')]: sample({ redFlags: ['model-choice-is-the-system'] }),
  })
  installPackage(corpus.folder, project.folder)
})

afterAll(() => {
  corpus.remove()
  project.remove()
})

type Resolution = 'nodenext' | 'bundler'

/** What TypeScript says of a file, as `line: error code`. */
function errorsOf(text: string, resolution: Resolution, name = 'app.ts'): string[] {
  writeFiles(project.folder, { [name]: text })
  const tsc = path.join(root, 'node_modules/typescript/bin/tsc')
  const module = resolution === 'nodenext' ? 'nodenext' : 'esnext'
  const options = ['--noEmit', '--strict', '--noUncheckedIndexedAccess', '--target', 'es2023', '--types', '']
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [tsc, ...options, '--module', module, '--moduleResolution', resolution, '--pretty', 'false', name],
    { cwd: project.folder, encoding: 'utf8' },
  )
  expect(stderr).toBe('')
  const lines = stdout.split('\n').filter((line) => line !== '' && !line.startsWith(' '))
  return lines.map((line) => line.replace(/^[^(]*\((\d+),\d+\): error (TS\d+):.*$/, '$1: $2'))
}

const both = ['nodenext', 'bundler'] as const

describe.each(both)('with %s resolution', (resolution) => {
  test('each data file has a type of its own', () => {
    const text = `
import type { CatalogEntry, Changes, Drill, PracticeLoop, Prompt, Redirects, Rubric, Sample, Track } from 'audio-text-drills'
import catalogFile from 'audio-text-drills/catalog.json' with { type: 'json' }
import changesFile from 'audio-text-drills/changes.json' with { type: 'json' }
import drillsFile from 'audio-text-drills/drills.json' with { type: 'json' }
import drillFile from 'audio-text-drills/drills/empty-search-results.json' with { type: 'json' }
import loopFile from 'audio-text-drills/practice-loop.json' with { type: 'json' }
import promptsFile from 'audio-text-drills/prompts.json' with { type: 'json' }
import promptFile from 'audio-text-drills/prompts/what-is-recall.json' with { type: 'json' }
import redirectsFile from 'audio-text-drills/redirects.json' with { type: 'json' }
import rubricFile from 'audio-text-drills/rubric.json' with { type: 'json' }
import samplesFile from 'audio-text-drills/samples.json' with { type: 'json' }
import samplesOfFile from 'audio-text-drills/samples/voice-note-search.json' with { type: 'json' }
import tracksFile from 'audio-text-drills/tracks.json' with { type: 'json' }
import { tracks } from 'audio-text-drills/tracks'

/** Fails for any, which fits everything. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
const same = <A, B>(_: Same<A, B>): void => undefined
same<typeof catalogFile, readonly CatalogEntry[]>(true)
same<typeof changesFile, Changes>(true)
same<typeof drillsFile, readonly Drill[]>(true)
same<typeof drillFile, Drill>(true)
same<typeof loopFile, PracticeLoop>(true)
same<typeof promptsFile, readonly Prompt[]>(true)
same<typeof promptFile, Prompt>(true)
same<typeof redirectsFile, Redirects>(true)
same<typeof rubricFile, Rubric>(true)
same<typeof samplesFile, readonly Sample[]>(true)
same<typeof samplesOfFile, readonly Sample[]>(true)
same<typeof tracksFile, readonly Track[]>(true)
same<typeof tracks, readonly Track[]>(true)
export const more: readonly Sample[] = [...samplesFile, ...samplesOfFile]
`
    expect(errorsOf(text, resolution)).toEqual([])
  })

  test('a drill has sections or an answer once its kind is known, and not before', () => {
    const text = `
import { loadDrill } from 'audio-text-drills/drills'
import type { Drill, Incident, Question, Round } from 'audio-text-drills'
const drill = await loadDrill('voice-note-search')
if (!drill) throw new Error('gone')
drill.sections
drill.answer
drill.components
if (drill.kind === 'question') drill.sections
if (drill.kind === 'round') drill.answer
export function parts(drill: Drill): readonly string[] {
  switch (drill.kind) {
    case 'round': { const round: Round = drill; return round.sections.map(({ title }) => title) }
    case 'incident': { const incident: Incident = drill; return incident.sections.map(({ title }) => title) }
    case 'question': { const question: Question = drill; return [question.answer.html, ...question.components] }
    default: { const none: never = drill; return none }
  }
}
export const questions: readonly Question[] = [drill].filter((each) => each.kind === 'question')
`
    expect(errorsOf(text, resolution)).toEqual([
      '6: TS2339',
      '7: TS2339',
      '8: TS2339',
      '9: TS2339',
      '10: TS2339',
    ])
  })
})

const open = `
import { assess, readVerdicts, resolveId, rubric, practiceLoop, score, upgradeReport } from 'audio-text-drills'
import type { Difficulty, DrillId, Topic } from 'audio-text-drills'
import { catalog } from 'audio-text-drills/catalog'
import changes from 'audio-text-drills/changes.json' with { type: 'json' }
import { loadDrill } from 'audio-text-drills/drills'
import { loadPrompt, promptIds, prompts } from 'audio-text-drills/prompts'
import { loadSamples } from 'audio-text-drills/samples'
import { tracks } from 'audio-text-drills/tracks'
const [entry] = catalog
const drill = await loadDrill('voice-note-search')
const [sample] = (await loadSamples('voice-note-search')) ?? []
if (!entry || !drill || !sample || drill.kind !== 'round') throw new Error('gone')
const { criteria, general, sections, redFlags } = assess('text', { drill })
const resolution = resolveId('voice-note-search')
if (resolution.status !== 'active') throw new Error('gone')
`

/** A line per name; each must be one that this corpus has. */
const known = {
  'the id of a drill': "entry.id === 'voice-note-search'",
  'a drill of a track': "tracks[0]?.drills[0] === 'what-is-recall'",
  'the id of a prompt': "prompts[0]?.id === 'what-is-recall'",
  'the id of a renamed drill': "resolution.id === 'empty-search-results'",
  'the drill of a sample': "sample.drill === 'voice-note-search'",
  'a topic': "entry.topics[0] === 'recall'",
  'a topic in a list': "entry.topics.includes('recall')",
  'a component': "drill.modelPath.some((id) => id === 'asr')",
  'a component in a list': "drill.modelPath.includes('reranker')",
  'a component of the loop': "practiceLoop.components[0]?.id === 'codec'",
  'a category': "entry.categories[0] === 'speech'",
  'a difficulty': "entry.difficulty === 'expert'",
  'a status': "entry.status === 'deprecated'",
  'a kind': "entry.kind === 'incident'",
  'a phase': "practiceLoop.phases[0]?.id === 'assumptions'",
  'the phase of a section': "practiceLoop.sections[0]?.phase === 'assumptions'",
  'a section': "drill.sections[0]?.id === 'constraints'",
  'a section of an assessment': "sections[0]?.id === 'operations'",
  'a section where a criterion is earned': "rubric.criteria[0]?.sections.includes('evaluation')",
  'a point': "drill.sections[0]?.points[0]?.id === 'data-retention'",
  'a point that is one of this corpus': "drill.sections[4]?.points[0]?.id === 'no-live-transcription'",
  'a point of an assessment': "sections[0]?.points[0]?.id === 'data-retention'",
  'the point of evidence': "drill.evidence[0]?.point === 'rollback'",
  'a criterion of the rubric': "rubric.criteria[0]?.id === 'rollback-path'",
  'a general criterion of an assessment': "general[0]?.id === 'rollback-path'",
  'a criterion of a drill': "drill.criteria[0]?.id === 'index-goes-stale'",
  'a criterion of an assessment': "criteria[0]?.id === 'index-goes-stale'",
  'a criterion of the drill in evidence': "drill.evidence[0]?.criterion === 'index-goes-stale'",
  'a general criterion in evidence': "drill.evidence[0]?.criterion === 'rollback-path'",
  'a red flag of the rubric': "rubric.redFlags[0]?.id === 'model-choice-is-the-system'",
  'a red flag of an assessment': "redFlags[0]?.id === 'model-choice-is-the-system'",
  'a red flag of a drill': "drill.redFlags[0]?.id === 'measures-the-recogniser-and-never-the'",
  'a change': "changes[0]?.changes[0]?.kind === 'renamed'",
  'a change in an upgrade': "upgradeReport([], '1.0.0')[0]?.changes[0]?.kind === 'renamed'",
  'a verdict': "sample.verdicts['rollback-path'] === 'partly'",
  'the level of a sample': "sample.level === 'middling'",
} as const

/** The same with two letters of the name in the other order, or one that is missing. */
const misspelt = (line: string): string =>
  line.replace(/'([a-z-]+)'(?=\)*$)/, (_, name: string) => `'${name.slice(0, -2)}${name.at(-1)}'`)

test('names of the content compile where results are compared', () => {
  const lines = Object.values(known)
  expect(errorsOf(`${open}${lines.join('\n')}\n`, 'nodenext')).toEqual([])
})

test('misspelt ones do not, each at its line', () => {
  const first = open.split('\n').length
  const lines = Object.values(known).map(misspelt)
  expect(lines.filter((line) => (Object.values(known) as string[]).includes(line))).toEqual([])
  const found = errorsOf(`${open}${lines.join('\n')}\n`, 'nodenext')
  const missed = Object.keys(known).filter(
    (_, index) => !found.some((error) => error.startsWith(`${first + index}: `)),
  )
  expect(missed).toEqual([])
  expect(new Set(found.map((error) => error.replace(/^\d+: /, '')))).toEqual(new Set(['TS2367', 'TS2769']))
  expect(found).toHaveLength(lines.length)
})

test('stored strings go into every function, and are looked for in every list', () => {
  const text = `${open}
declare const stored: string
declare const all: readonly string[]
declare const answers: Record<string, string>
resolveId(stored)
upgradeReport(all, stored)
await Promise.all([loadDrill(stored), loadPrompt(stored), loadSamples(stored)])
score(drill, { verdicts: { [stored]: 'met' }, redFlags: all })
score({ kind: 'round', criteria: [{ id: stored, weight: 5 }] }, readVerdicts(stored, drill, answers))
score(drill, sample)
catalog.find(({ id }) => id === stored)
catalog.filter(({ topics, modelPath }) => topics.includes(stored) || modelPath.includes(stored))
promptIds.includes(stored)
const published = new Set<string>(promptIds)
published.has(stored)
const titles = new Map<string, string>(catalog.map(({ id, title }) => [id, title]))
titles.get(stored)
const own = { kind: 'question', criteria: [{ id: stored, weight: 1, met: { markdown: '' }, cues: [] }] } as const
export const named: string = assess(answers, { drill: own }).criteria[0]?.id ?? ''
export const plain: readonly string[] = entry.topics
export const kept: readonly Topic[] = [...entry.topics, ...entry.topics.filter((topic) => topic !== 'recall')]
export const featured: Partial<Record<DrillId, Difficulty>> = { 'what-is-recall': 'core' }
await Promise.all(promptIds.map(loadPrompt))
`
  expect(errorsOf(text, 'nodenext')).toEqual([])
})

test('the data are what their types say', () => {
  const read = (name: string): string => readFileSync(path.join(installed, name), 'utf8')
  const text = `
import type { Catalog, Changes, Drill, PracticeLoop, Prompt, Redirects, Rubric, Sample, Track } from 'audio-text-drills'
export const catalog: Catalog = ${read('catalog.json')}
export const changes: Changes = ${read('changes.json')}
export const drills: readonly Drill[] = ${read('drills.json')}
export const loop: PracticeLoop = ${read('practice-loop.json')}
export const prompts: readonly Prompt[] = ${read('prompts.json')}
export const redirects: Redirects = ${read('redirects.json')}
export const rubric: Rubric = ${read('rubric.json')}
export const samples: readonly Sample[] = ${read('samples.json')}
export const tracks: readonly Track[] = ${read('tracks.json')}
`
  expect(errorsOf(text, 'nodenext')).toEqual([])
  expect(errorsOf(text.replaceAll('"index-goes-stale"', '"index-goes-mouldy"'), 'nodenext')).not.toEqual([])
})
