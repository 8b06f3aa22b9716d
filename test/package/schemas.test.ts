import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { bundledSchema } from '../../src/package/bundled-schema.ts'
import { compiled } from '../contract/packages.ts'
import { sample, samplePath } from '../support/samples.ts'
import { validFiles } from '../support/terminal.ts'
import { track, trackPath } from '../support/tracks.ts'

const { files } = compiled({
  ...validFiles,
  [samplePath('hurried')]: sample(),
  [trackPath('first-week')]: track(),
})

const json = (name: string): unknown => JSON.parse(files.get(name) ?? '')
const schemas = [...files.keys()].filter((name) => name.startsWith('schemas/'))

/** A validator that knows this one schema and nothing else. */
const alone = (name: string): ValidateFunction =>
  new Ajv2020({ strict: true }).compile(json(`schemas/${name}.schema.json`) as object)

test.each(schemas)('%s refers to nothing outside itself', (name) => {
  const references = Array.from((files.get(name) ?? '').matchAll(/"\$ref": "([^"]*)"/g), ([, to]) => to)
  expect(references.filter((reference) => !reference?.startsWith('#/$defs/'))).toEqual([])
  expect((files.get(name) ?? '').match(/"\$id"/g)).toHaveLength(1)
})

test.each<[string, ...string[]]>([
  ['catalog', 'catalog.json'],
  ['changes', 'changes.json'],
  [
    'drill',
    'drills/voice-note-search.json',
    'drills/empty-search-results.json',
    'drills/what-is-recall.json',
  ],
  ['drills', 'drills.json'],
  ['practice-loop', 'practice-loop.json'],
  ['prompt', 'prompts/voice-note-search.json', 'prompts/what-is-recall.json'],
  ['prompts', 'prompts.json'],
  ['redirects', 'redirects.json'],
  ['rubric', 'rubric.json'],
  ['samples', 'samples.json', 'samples/voice-note-search.json'],
  ['tracks', 'tracks.json'],
])('the schema %s by itself accepts what it describes, and no other data', (name, ...own) => {
  const validate = alone(name)
  expect(own.filter((file) => !validate(json(file)))).toEqual([])
  expect(validate(json('package.json'))).toBe(false)
  expect(validate([{}])).toBe(false)
})

test('a mistake deep in a list is found through what the schema holds of another', () => {
  const [first, ...rest] = json('drills.json') as { redFlags: object[] }[]
  const validate = alone('drills')
  expect(validate([{ ...first, redFlags: [{ id: 'a', markdown: 'b' }] }, ...rest])).toBe(false)
  expect(validate.errors?.map(({ instancePath }) => instancePath)).toContain('/0/redFlags/0')
  const prompts = json('prompts.json') as object[]
  expect(alone('prompts')([{ ...prompts[0], topics: [] }])).toBe(false)
})

describe('a drill is of one kind', () => {
  const validate = alone('drill')
  const round = json('drills/voice-note-search.json') as Record<string, unknown>
  const incident = json('drills/empty-search-results.json') as Record<string, unknown>
  const question = json('drills/what-is-recall.json') as Record<string, unknown>
  const without = (drill: Record<string, unknown>, field: string): object =>
    Object.fromEntries(Object.entries(drill).filter(([name]) => name !== field))

  test.each([
    ['a round without sections', without(round, 'sections')],
    ['an incident without sections', without(incident, 'sections')],
    ['a question without an answer', without(question, 'answer')],
    ['a question with sections', { ...question, sections: round['sections'] }],
    ['a question with no sections in a list', { ...question, sections: [] }],
    ['a round with an answer in prose', { ...round, answer: question['answer'] }],
    ['an incident with components', { ...incident, components: ['asr'] }],
    ['a round that calls itself a question', { ...round, kind: 'question' }],
    ['a question that calls itself an incident', { ...question, kind: 'incident' }],
    ['a drill of a kind that is none', { ...round, kind: 'essay' }],
    ['a drill without a kind', without(round, 'kind')],
  ])('%s is none', (_, drill) => {
    expect(validate(drill)).toBe(false)
  })

  test.each([
    ['round', round],
    ['incident', incident],
    ['question', question],
  ])('a %s may have fields of a later version', (_, drill) => {
    expect(validate({ ...drill, later: true })).toBe(true)
  })
})

describe('a schema that refers to others', () => {
  const texts: Readonly<Record<string, object>> = {
    'one.schema.json': {
      $id: 'https://example.org/one',
      $ref: '#/$defs/x',
      $defs: { x: { type: 'string' } },
    },
    'two.schema.json': { type: 'array', items: { $ref: 'one.schema.json' } },
  }
  const read = (name: string): string => JSON.stringify(texts[name])

  test('holds them, and those that they refer to', () => {
    const three = { $id: 'https://example.org/three', properties: { two: { $ref: 'two.schema.json' } } }
    const bundle = JSON.parse(bundledSchema(JSON.stringify(three), read))
    expect(bundle).toEqual({
      $id: 'https://example.org/three',
      properties: { two: { $ref: '#/$defs/two' } },
      $defs: {
        two: {
          type: 'array',
          items: { $ref: '#/$defs/two/$defs/one' },
          $defs: {
            one: { $ref: '#/$defs/two/$defs/one/$defs/x', $defs: { x: { type: 'string' } } },
          },
        },
      },
    })
    const validate = new Ajv2020({ strict: false }).compile(bundle)
    expect([validate({ two: ['a'] }), validate({ two: [1] })]).toEqual([true, false])
  })

  test('keeps its own definitions; one that refers to none keeps its bytes', () => {
    const own = {
      $defs: { y: { type: 'null' } },
      items: { $ref: '#/$defs/y' },
      contains: { $ref: 'one.schema.json' },
    }
    expect(Object.keys(JSON.parse(bundledSchema(JSON.stringify(own), read)).$defs)).toEqual(['y', 'one'])
    const text = '{"items":  {"$ref": "#"}}'
    expect(bundledSchema(text, read)).toBe(text)
  })
})
