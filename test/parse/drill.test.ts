import { expect, test } from 'vitest'
import { drillFacts } from '../../src/lint/drill-facts.ts'
import { componentsOf, modelPathOf } from '../../src/model/components.ts'
import type { Definitions } from '../../src/model/definitions.ts'
import type { Drill } from '../../src/model/drill.ts'
import { readDefinitions } from '../../src/model/read-definitions.ts'
import { parsePracticeLoop, parseRubric } from '../../src/parse/definitions.ts'
import { parseDrill } from '../../src/parse/drill.ts'
import { earns } from '../../src/parse/evidence.ts'
import { edit, paths, valid } from '../support/corpus.ts'

function definitionsOf(loop = valid.loop, rubric = valid.rubric): Definitions | undefined {
  return readDefinitions(
    parsePracticeLoop({ file: paths.loop, text: loop, base: 0 }).document,
    parseRubric({ file: paths.rubric, text: rubric, base: 0 }).document,
  )
}

function drillOf(text: string, file: string = paths.round): Drill {
  const { drill } = parseDrill({ file, text, base: 0 }, definitionsOf())
  if (!drill) throw new Error('no drill')
  return drill
}

test('the model of a round', () => {
  const drill = drillOf(valid.round)
  expect([drill.name, drill.kind, [...drill.parts.keys()], [...drill.answer.keys()]]).toEqual([
    'voice-note-search',
    'round',
    ['prompt', 'answer', 'criteria', 'red-flags', 'follow-ups'],
    ['constraints', 'model-path', 'evaluation', 'operations', 'tradeoffs'],
  ])
  expect(drill.points.get('tradeoffs')?.map(({ id, exact }) => [id, exact])).toEqual([
    ['no-live-transcription', true],
  ])
  expect(
    drill.evidence.map((evidence) => [evidence.criterion, evidence.section, evidence.point, earns(evidence)]),
  ).toEqual([
    ['explicit-assumptions', 'constraints', 'quality', true],
    ['measurable-launch-gates', 'evaluation', 'online-slos', true],
    ['one-release-for-both', 'operations', 'ci-cd', true],
    ['privacy-safe-observability', 'operations', 'monitoring', true],
    ['rollback-path', 'operations', 'rollback', true],
    ['index-goes-stale', 'operations', 'failure-modes', true],
    ['learning-from-failures', 'operations', 'learning', true],
    ['cost-and-latency-reasoning', 'tradeoffs', 'no-live-transcription', true],
  ])
})

test('the kind comes from the front matter, then from the folder', () => {
  expect(drillOf(valid.question, 'drills/rounds/a.md').kind).toBe('question')
  expect(drillOf('# T\n\n## Prompt\n', 'drills/incidents/a.md').kind).toBe('incident')
  expect(drillOf('# T\n\n## Prompt\n', 'drills/else/a.md').kind).toBe('round')
  expect(drillOf(edit(valid.round, 'kind: round', 'kind: constructor')).kind).toBe('round')
})

test('claims: the declared name wins over a nearly right one, the first over the second', () => {
  const drill = drillOf(edit(valid.round, '### Evaluation', '### Evalution\n\n- **A:** b\n\n### Evaluation'))
  expect(drill.claims.filter(({ role }) => role === 'unknown').map(({ id }) => id)).toEqual(['evalution'])
  const twice = drillOf(edit(valid.round, '### Operations', '### Evaluation\n\n- **A:** b\n\n### Operations'))
  expect(twice.points.get('evaluation')).toHaveLength(4)
})

test('facts are plain data', () => {
  const facts = drillFacts(drillOf(valid.round))
  expect(JSON.parse(JSON.stringify(facts))).toEqual(facts)
  expect(facts.drill).toMatchObject({
    id: 'voice-note-search',
    kind: 'round',
    title: 'Voice note search',
    status: 'stable',
    order: 1,
    exceptions: [],
  })
  expect(facts.drill?.places.order).toEqual({ line: 4, column: 8, endLine: 4, endColumn: 9 })
  expect(facts.drill?.places.prompt).toEqual({ line: 12, column: 1, endLine: 12, endColumn: 10 })
  expect(facts.anchors).toContain('follow-ups')
  expect(facts.targets.map(({ path, fragment }) => `${path}#${fragment}`)).toEqual([
    'drills/rubric.md#explicit-assumptions',
    'drills/rubric.md#measurable-launch-gates',
    'drills/rubric.md#privacy-safe-observability',
    'drills/rubric.md#rollback-path',
    'drills/rubric.md#learning-from-failures',
    'drills/rubric.md#cost-and-latency-reasoning',
  ])
})

test('facts of a file without front matter or title', () => {
  const { drill } = drillFacts(drillOf('## Prompt\n\nText.\n', 'drills/rounds/no-front-matter.md'))
  expect(drill).toMatchObject({ id: 'no-front-matter', title: 'No front matter', status: 'stable' })
  expect(drill?.places.id).toEqual({ line: 1, column: 1, endLine: 1, endColumn: 1 })
})

test('components of labels and the model path', () => {
  const { loop } = definitionsOf() ?? {}
  if (!loop) throw new Error('no definitions')
  expect(componentsOf('ASR and TTS', loop)).toEqual(['asr', 'tts'])
  expect(componentsOf('Embeddings, re-rankers', loop)).toEqual(['embedding', 'reranker'])
  expect(componentsOf('Speech-to-speech models', loop)).toEqual(['direct-speech-model'])
  expect(componentsOf('Laser', loop)).toEqual([])
  expect(modelPathOf(drillOf(valid.round), loop)).toEqual(['asr', 'embedding'])
})

test('definitions say what the documents say', () => {
  const definitions = definitionsOf()
  const constraints = definitions?.loop.sections[0]
  expect(constraints?.title).toBe('Constraints')
  expect(constraints?.declared.get('data-retention')).toEqual({
    id: 'data-retention',
    label: 'Data retention',
    instruction: 'what is kept, for how long, under whose consent, and how it is deleted.',
  })
  expect(definitions?.rubric.titles.get('privacy-safe-observability')).toBe('Privacy-safe observability')
  expect(definitions?.loop.sections.at(-1)?.reason?.('it was slow since it waited')).toBe(true)
  expect(definitions?.loop.sections.at(-1)?.reason?.('it was slow')).toBe(false)
})

test('no definitions without both documents', () => {
  expect(definitionsOf(edit(valid.loop, 'minutes: 10', 'minutes: ten'))).toBeUndefined()
  expect(
    definitionsOf(valid.loop, edit(valid.rubric, 'evidenceWords: 4', 'evidenceWords: x')),
  ).toBeUndefined()
  expect(readDefinitions(undefined, undefined)).toBeUndefined()
})

test('patterns that can’t be read pass everything, so that drills are not blamed for them', () => {
  const definitions = definitionsOf(valid.loop, edit(valid.rubric, '  out: not |', '  out: not | $nothing |'))
  expect(definitions?.rubric.tests('rollback-path', 'x')).toEqual({ lacks: [], rejected: [] })
})
