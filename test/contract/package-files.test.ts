import { beforeAll, describe, expect, test } from 'vitest'
import { comparePackages } from '../../src/contract/compare-packages.ts'
import type { PackageChange } from '../../src/contract/package-change.ts'
import { packageView } from '../../src/contract/package-view.ts'
import { edit } from '../support/corpus.ts'
import { validFiles } from '../support/terminal.ts'
import { track, trackPath } from '../support/tracks.ts'
import { compiled } from './packages.ts'

// What only the toolchain can change is changed on the package's own files.

let files: ReadonlyMap<string, string>

beforeAll(() => {
  files = compiled(validFiles).files
})

const textOf = (name: string): string => {
  const text = files.get(name)
  if (text === undefined) throw new Error(`no ${name}`)
  return text
}

type Edits = Readonly<Record<string, (text: string) => string | undefined>>

function edited(edits: Edits): Map<string, string> {
  const all = new Map(files)
  for (const [name, change] of Object.entries(edits)) {
    const text = change(textOf(name))
    if (text === textOf(name)) throw new Error(`${name} is as it was`)
    if (text === undefined) all.delete(name)
    else all.set(name, text)
  }
  return all
}

/** Changes from the package as it is to one with other files, each on a line. */
const changes = (edits: Edits): string[] => lines(files, edited(edits))
/** The same the other way round. */
const changesBack = (edits: Edits): string[] => lines(edited(edits), files)

const lines = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] =>
  comparePackages(packageView(before), packageView(after)).map(
    ({ drill = '*', field, kind, bump, reason }: PackageChange) =>
      `${bump} ${drill} ${field} ${kind}: ${reason}`,
  )

/** Data of a file with a change made in place. */
const json =
  (change: (data: Record<string, never>) => void) =>
  (text: string): string => {
    const data = JSON.parse(text)
    change(data)
    return JSON.stringify(data)
  }

const manifest = (
  change: (data: { engines: Record<string, unknown>; exports: Record<string, unknown> }) => void,
) => ({
  'package.json': json(change as never),
})

interface Schema {
  properties: Record<string, Record<string, unknown>>
  required: string[]
  $defs: Record<string, { enum: string[]; properties: Record<string, unknown> }>
}

const drillSchema = (change: (schema: Schema) => void) => ({
  'schemas/drill.schema.json': json(change as never),
})

describe('exports', () => {
  test('an entry', () => {
    const without = manifest(({ exports }) => delete exports['./catalog'])
    expect(changes(without)).toEqual([
      'major * exports../catalog removed: an export was removed',
      'major * exports../catalog#catalog removed: an export was removed',
    ])
    expect(changesBack(without)).toEqual([
      'minor * exports../catalog added: an export was added',
      'minor * exports../catalog#catalog added: an export was added',
    ])
  })

  test.each([
    ['a function', 'export declare function assess<', 'declare function assess<', '.#assess'],
    ['a class', 'export declare class AnswerError', 'declare class AnswerError', '.#AnswerError'],
    ['a function without type parameters', 'export declare function score(', 'function score(', '.#score'],
    ['a constant', 'export declare const schemaVersion', 'declare const schemaVersion', '.#schemaVersion'],
    ['a type', 'export type { Prompt } from', 'import type { Prompt } from', '.#Prompt'],
    ['a type among others', ' RedFlag,', '', '.#RedFlag'],
  ])('%s of an entry', (_, from, to, name) => {
    const without = { 'index.d.ts': (text: string) => edit(text, from, to) }
    expect(changes(without)).toEqual([`major * exports.${name} removed: an export was removed`])
    expect(changesBack(without)).toEqual([`minor * exports.${name} added: an export was added`])
  })

  test('a loader under another name is one gone and one more', () => {
    const other = { 'drills.d.ts': (text: string) => text.replace('function loadDrill(', 'function load(') }
    expect(changes(other)).toEqual([
      'major * exports../drills#loadDrill removed: an export was removed',
      'minor * exports../drills#load added: an export was added',
    ])
  })
})

describe('schemas', () => {
  test.each<[string, (schema: Schema) => void, string, string]>([
    [
      'a field',
      ({ properties }) => delete properties['references'],
      'major * schemas/drill.references removed: a field was removed',
      'minor * schemas/drill.references added: a field was added',
    ],
    [
      'a field of a part',
      ({ $defs }) => delete $defs['point']?.properties['label'],
      'major * schemas/drill#point.label removed: a field was removed',
      'minor * schemas/drill#point.label added: a field was added',
    ],
    [
      'a kind',
      ({ $defs }) => void $defs['kind']?.enum.splice(1, 1),
      'major * schemas/drill#kind.incident removed: a value was removed',
      'minor * schemas/drill#kind.incident added: a value was added',
    ],
    [
      'a variant',
      (schema) => Object.assign(schema, { oneOf: [{ $ref: '#/$defs/round' }, { $ref: '#/$defs/question' }] }),
      'major * schemas/drill|incident removed: a variant was removed',
      'minor * schemas/drill|incident added: a variant was added',
    ],
    [
      'a field of a variant',
      ({ $defs }) => delete $defs['question']?.properties['components'],
      'major * schemas/drill#question.components removed: a field was removed',
      'minor * schemas/drill#question.components added: a field was added',
    ],
    [
      'the type of a field',
      ({ properties }) => Object.assign(properties['minutes'] ?? {}, { type: 'string' }),
      'major * schemas/drill.minutes changed: the type of a field changed',
      'major * schemas/drill.minutes changed: the type of a field changed',
    ],
    [
      'the type of the items of a list',
      ({ properties }) => Object.assign(properties['topics'] ?? {}, { items: { type: 'number' } }),
      'major * schemas/drill.topics[] changed: the type of a field changed',
      'major * schemas/drill.topics[] changed: the type of a field changed',
    ],
    [
      'the definition that a field is of',
      ({ properties }) => Object.assign(properties['prompt'] ?? {}, { $ref: '#/$defs/item' }),
      'major * schemas/drill.prompt changed: the type of a field changed',
      'major * schemas/drill.prompt changed: the type of a field changed',
    ],
  ])('%s', (_, change, there, back) => {
    expect(changes(drillSchema(change))).toEqual([there])
    expect(changesBack(drillSchema(change))).toEqual([back])
  })

  test('a field that may be missing now; one that is always there breaks nobody', () => {
    const optional = drillSchema(({ required }) => void required.splice(required.indexOf('references'), 1))
    expect(changes(optional)).toEqual([
      'major * schemas/drill.references changed: a field is no longer required',
    ])
    expect(changesBack(optional)).toEqual([])
  })

  test('a list of values that is open now', () => {
    const open = drillSchema(({ $defs }) => Object.assign($defs, { kind: { type: 'string' } }))
    const typed = drillSchema(({ $defs }) => Object.assign($defs['kind'] ?? {}, { type: 'string' }))
    expect(lines(edited(typed), edited(open))).toEqual([
      'minor * schemas/drill#kind changed: any value is now allowed',
    ])
  })

  test('the type of the values of a record', () => {
    const numbers = {
      'schemas/redirects.schema.json': json(({ properties }) =>
        Object.assign(properties?.['renamed'] ?? {}, { additionalProperties: { type: 'number' } }),
      ),
    }
    expect(changes(numbers)).toEqual([
      'major * schemas/redirects.renamed{} changed: the type of a field changed',
    ])
  })

  describe('definitions', () => {
    const level = { enum: ['low', 'high'] }
    const withLevel = (field: object, more: object = {}) =>
      drillSchema(({ properties, $defs }) => {
        Object.assign(properties, { level: field })
        Object.assign($defs, more)
      })
    const between = (before: Edits, after: Edits): string[] => lines(edited(before), edited(after))
    const ref = (name: string) => ({ $ref: `#/$defs/${name}` })

    test('give plain values a name, which changes nothing', () => {
      for (const plain of [level, { type: 'string' }, { const: 'low' }, { type: 'integer' }]) {
        const [inline, named, renamed] = [
          withLevel(plain),
          withLevel(ref('level'), { level: plain }),
          withLevel(ref('strength'), { strength: plain }),
        ]
        for (const [before, after] of [
          [inline, named],
          [named, inline],
          [named, renamed],
        ] as const)
          expect(between(before, after)).toEqual([])
      }
    })

    test('of which the type of the value differs', () => {
      const text = withLevel(ref('level'), { level: { type: 'string' } })
      const changed = 'changed: the type of a field changed'
      const other = withLevel(ref('strength'), { strength: { type: 'number' } })
      expect(between(text, other)).toEqual([`major * schemas/drill.level ${changed}`])
      const same = withLevel(ref('level'), { level: { type: 'number' } })
      expect(between(text, same)).toEqual([`major * schemas/drill#level ${changed}`])
      expect(between(text, withLevel(ref('text')))).toEqual([`major * schemas/drill.level ${changed}`])
    })

    test('of which the values differ', () => {
      const inline = withLevel(level)
      const more = withLevel(ref('strength'), { strength: { enum: ['low', 'high', 'highest'] } })
      expect(between(inline, more)).toEqual(['minor * schemas/drill.level.highest added: a value was added'])
      expect(between(more, inline)).toEqual([
        'major * schemas/drill.level.highest removed: a value was removed',
      ])
    })

    test('that are unions are told apart by their names', () => {
      const union = { oneOf: [ref('text'), ref('item')] }
      const [one, other] = [withLevel(ref('a'), { a: union }), withLevel(ref('b'), { b: union })]
      expect(between(one, other)).toEqual([
        'major * schemas/drill.level changed: the type of a field changed',
      ])
    })

    test('may be whole schemas, which are compared once', () => {
      const inFiles = {
        'schemas/drills.schema.json': json((schema) => {
          Object.assign(schema, { items: { $ref: 'drill.schema.json' } })
          delete schema['$defs']
        }),
      }
      expect(changes(inFiles)).toEqual([])
      expect(changesBack(inFiles)).toEqual([])
      const both = Object.fromEntries(
        ['schemas/drill.schema.json', 'schemas/drills.schema.json'].map((name) => [
          name,
          (text: string) => text.replaceAll('"label": {', '"caption": {'),
        ]),
      )
      expect(changes(both)).toEqual([
        'major * schemas/drill#point.label removed: a field was removed',
        'minor * schemas/drill#point.caption added: a field was added',
        'major * schemas/drill#workedFigure.label removed: a field was removed',
        'minor * schemas/drill#workedFigure.caption added: a field was added',
      ])
    })
  })

  test('a whole schema', () => {
    const without = { 'schemas/prompt.schema.json': () => undefined }
    expect(changes(without)).toEqual(['major * schemas/prompt removed: a schema was removed'])
    expect(changesBack(without)).toEqual(['minor * schemas/prompt added: a schema was added'])
  })

  test('fields with the names of built-in ones', () => {
    const named = drillSchema(({ properties }) =>
      Object.assign(properties, { constructor: { type: 'string' } }),
    )
    expect(changes(named)).toEqual(['minor * schemas/drill.constructor added: a field was added'])
    expect(changesBack(named)).toEqual(['major * schemas/drill.constructor removed: a field was removed'])
  })

  test('descriptions and patterns are nothing that an app reads', () => {
    const worded = drillSchema((schema) => Object.assign(schema, { description: 'otherwise' }))
    expect(changes(worded)).toEqual([])
  })
})

describe('the floor of Node.js', () => {
  const range = (node: string) => manifest(({ engines }) => Object.assign(engines, { node }))

  test.each([
    ['>=22', 'major', 'a newer Node.js is required'],
    ['>=20.19.1', 'major', 'a newer Node.js is required'],
    ['>=20.100.0', 'major', 'a newer Node.js is required'],
    ['^20.19.0 || >=22', 'patch', 'the range of Node.js versions changed'],
    ['>=20.9', 'patch', 'an older Node.js is supported'],
    ['>=18.100.0', 'patch', 'an older Node.js is supported'],
  ])('%s', (node, bump, reason) => {
    expect(changes(range(node))).toEqual([`${bump} * engines.node changed: ${reason}`])
  })
})

describe('what drills hold', () => {
  const drillData = (change: (text: string) => string) => ({ 'drills.json': change })

  test.each(['data-point', 'data-evidence', 'data-criterion'])('the attribute %s', (name) => {
    const without = drillData((text) => text.replaceAll(` ${name}=`, ' data-x='))
    expect(changes(without).filter((line) => line.includes('html'))).toEqual([
      `major * html.${name} removed: an HTML data attribute was removed`,
    ])
  })

  test('an attribute that is gone with the text that bore it is no loss', () => {
    const question = (text: string): string =>
      JSON.stringify(JSON.parse(text).filter(({ kind }: { kind: string }) => kind === 'question'))
    expect(changes(drillData(question)).filter((line) => line.includes('html'))).toEqual([])
    const unlinked = compiled({
      'drills/questions/what-is-recall.md': edit(
        String(validFiles['drills/questions/what-is-recall.md']),
        '[A launch needs at least 85 % on every slice](../rubric.md#measurable-launch-gates)',
        'A launch needs at least 85 % on every slice',
      ),
    }).files
    const alone = compiled({
      'drills/questions/what-is-recall.md': String(validFiles['drills/questions/what-is-recall.md']),
    }).files
    expect(lines(alone, unlinked)).toEqual([
      'minor what-is-recall evidence.measurable-launch-gates removed: evidence was removed; this affects stored grades',
    ])
  })

  test('other HTML of the same text', () => {
    const other = drillData((text) => text.replace('<p>Explain', '<p class=\\"x\\">Explain'))
    expect(changes(other)).toEqual(['patch what-is-recall prompt changed: the same text in a different form'])
  })

  test('fields that a drill has no more', () => {
    const without = drillData(json((data) => void delete (data as never as { answer?: string }[])[2]?.answer))
    expect(changes(without)).toEqual([
      'major what-is-recall answer removed: a field was removed',
      'major * html.data-evidence removed: an HTML data attribute was removed',
      'major * html.data-criterion removed: an HTML data attribute was removed',
    ])
    expect(changesBack(without)).toEqual(['minor what-is-recall answer added: an optional field was added'])
  })

  test('a field that this tool does not know', () => {
    const more = drillData(
      json((data) => void Object.assign((data as never as object[])[2] ?? {}, { level: 3 })),
    )
    expect(changes(more)).toEqual(['patch what-is-recall level changed: the same text in a different form'])
  })

  test('a digest of the substance that nothing else explains', () => {
    const other = drillData(
      json(
        (data) =>
          void Object.assign((data as never as { digests: object }[])[2]?.digests ?? {}, {
            substance: `1:${'0'.repeat(64)}`,
          }),
      ),
    )
    expect(changes(other)).toEqual([
      'minor what-is-recall digests.substance changed: the substance changed; this affects stored grades',
    ])
  })

  test('a redirect that leads to no drill is none', () => {
    const dead = (redirects: object): Edits => ({
      'drills.json': json((data) => void (data as never as object[]).pop()),
      'redirects.json': () =>
        JSON.stringify({ renamed: {}, split: {}, retired: {}, criteria: {}, ...redirects }),
    })
    const gone =
      'major what-is-recall id removed: the id was removed, and its redirect leads to `nowhere`, which is not a drill'
    expect(changes(dead({ renamed: { 'what-is-recall': 'nowhere' } }))).toContain(gone)
    const ids = ['voice-note-search', 'nowhere']
    expect(changes(dead({ split: { 'what-is-recall': { ids, reason: 'two now' } } }))).toContain(gone)
  })

  test('a revision that is lowered is no smaller matter than one that is raised', () => {
    const lowered = {
      'rubric.json': json((data) => {
        const [first] = (data as never as { criteria: { revision: number }[] }).criteria
        if (first) first.revision = 0
      }),
    }
    expect(changes(lowered)).toEqual([
      'major * rubric.criteria.explicit-assumptions.revision changed: its revision was lowered: old grades no longer mean the same',
    ])
  })

  test('data that judges and that this tool does not know', () => {
    const more = { 'practice-loop.json': json((data) => void Object.assign(data, { strictness: 3 })) }
    expect(changes(more)).toEqual(['minor * practiceLoop.strictness changed: answers are judged differently'])
  })

  test('the order of keys is nothing', () => {
    const sorted = (text: string): string =>
      JSON.stringify(JSON.parse(text), (_, value: unknown) =>
        typeof value === 'object' && value !== null && !Array.isArray(value)
          ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
          : value,
      )
    expect(changes({ 'drills.json': sorted, 'rubric.json': sorted, 'practice-loop.json': sorted })).toEqual(
      [],
    )
  })
})

describe('tracks', () => {
  test('a package of a version that had none is compared all the same', () => {
    const without = { 'tracks.json': () => undefined }
    const [file, text] = [trackPath('first-week'), track()]
    const now = compiled({ ...validFiles, [file]: text }).files
    expect(lines(edited(without), now)).toEqual(['minor * tracks.first-week added: a track was added'])
    expect(lines(edited(without), files)).toEqual([])
    expect(lines(now, edited(without))).toEqual(['major * tracks.first-week removed: a track was removed'])
  })

  test('the entry is new to it', () => {
    const without = {
      ...manifest(({ exports }) => {
        delete exports['./tracks']
        delete exports['./tracks.json']
      }),
      'tracks.json': () => undefined,
      'tracks.d.ts': () => undefined,
      'schemas/track.schema.json': () => undefined,
      'schemas/tracks.schema.json': () => undefined,
    }
    expect(changesBack(without).filter((line) => line.includes('exports'))).toEqual([
      'minor * exports../tracks added: an export was added',
      'minor * exports../tracks#tracks added: an export was added',
      'minor * exports../tracks.json added: an export was added',
    ])
  })
})

describe('what criteria and samples added', () => {
  test.each<[string, string, string]>([
    ['samples.json', '[{}]', 'its `samples.json` has no `[0].drill`'],
    ['tracks.json', '[{}]', 'its `tracks.json` has no `[0].id`'],
    ['tracks.json', '{}', 'its `tracks.json` is not a list'],
    ['samples.json', '[{"drill":"a","name":1}]', 'its `samples.json` has no `[0].level`'],
    [
      'redirects.json',
      '{"renamed":{},"split":{},"retired":{},"criteria":[]}',
      'its `redirects.json` should have an object at `criteria`',
    ],
    ['drills.json', '[{"id":1}]', 'its `drills.json` has no `[0].kind`'],
  ])('and a %s that is none is refused', (name, text, message) => {
    expect(() => packageView(new Map([...files, [name, text]]))).toThrow(message)
  })
})
