import { patternCompiler } from '../../src/rubric/pattern.ts'
import { compileSubstance, type RubricData, readPhrase } from '../../src/rubric/substance.ts'

/** Phrases by criterion, as the files in `test/substance` have them. */
export type Labelled = Readonly<
  Record<string, { readonly good: readonly string[]; readonly bad?: readonly string[] }>
>

type Criterion = RubricData['criteria'][number]

interface Entry {
  readonly place: string
  readonly source: string
  /** All that its part of a test has: without it, whatever lacked it passes. */
  readonly alone: boolean
  /** The rubric without it. */
  readonly without: RubricData
}

const split = (source: string): string[] => source.split(' | ')
const others = (all: readonly string[], index: number): string =>
  all.filter((_, at) => at !== index).join(' | ')
/** Stands for what has no entry left. */
const nothing = '\u2014 \u2014'

function* listEntries(rubric: RubricData): Generator<Entry> {
  for (const [name, source] of Object.entries(rubric.lists)) {
    const all = split(source)
    for (const [index, entry] of all.entries()) {
      const lists = { ...rubric.lists, [name]: others(all, index) || nothing }
      yield { place: `$${name}`, source: entry, alone: false, without: { ...rubric, lists } }
    }
  }
}

function* alternatives(rubric: RubricData): Generator<Entry> {
  for (const { id, substance } of rubric.criteria) {
    for (const kind of ['need', 'reject'] as const) {
      for (const [at, part] of (substance[kind] ?? []).entries()) {
        const all = split(part.any)
        for (const [index, source] of all.entries()) {
          const rest = others(all, index)
          const change = (each: Criterion): Criterion => {
            if (each.id !== id) return each
            const parts = (each.substance[kind] ?? []).flatMap((one, place) =>
              place !== at ? [one] : rest === '' ? [] : [{ ...one, any: rest }],
            )
            return { ...each, substance: { ...each.substance, [kind]: parts } }
          }
          yield {
            place: `${id} ${kind}`,
            source,
            alone: rest === '',
            without: { ...rubric, criteria: rubric.criteria.map(change) },
          }
        }
      }
    }
  }
}

/** The phrases that drills link to the rubric. */
export function evidenceIn(markdown: string): [criterion: string, phrase: string][] {
  const link = /\[([^\][]+)\](?:\([^)]*rubric\.md#([a-z-]+)\)|\[([a-z-]+)\])/g
  return Array.from(markdown.matchAll(link), ([, phrase = '', inline, reference]) => [
    inline ?? reference ?? '',
    phrase.replace(/[*`_]/g, '').replace(/\s+/g, ' '),
  ])
}

/**
 * Entries of lists and alternatives of substance tests without which every labelled phrase is judged as before.
 * @param evidence phrases that drills link, by criterion
 */
export function idleEntries(
  rubric: RubricData,
  labelled: readonly Labelled[],
  evidence: readonly (readonly [criterion: string, phrase: string])[],
): Entry[] {
  const ids = new Set(rubric.criteria.map(({ id }) => id))
  const test = compileSubstance(rubric)
  const phrases = [
    ...labelled.flatMap((set) =>
      Object.entries(set).flatMap(([id, { good, bad = [] }]) =>
        [...good, ...bad].map((text) => [id, text] as const),
      ),
    ),
    ...evidence,
  ]
    .filter(([id]) => ids.has(id))
    .map(([id, text]) => ({ id, text, read: readPhrase(text), passes: passes(test, id, text) }))
  const compile = patternCompiler(rubric.lists)
  return [...listEntries(rubric), ...alternatives(rubric)].filter(({ source, alone, without }) => {
    const pattern = compile(source)
    const judges = new Map<string, ReturnType<typeof compileSubstance>>()
    const judge = (wanted: string): ReturnType<typeof compileSubstance> => {
      const criteria = without.criteria.filter(({ id }) => id === wanted)
      const known = judges.get(wanted) ?? compileSubstance({ ...without, criteria })
      judges.set(wanted, known)
      return known
    }
    // Only where it matches at all can it decide anything.
    return phrases.every(
      ({ id, text, read: { tokens, memo }, passes: before }) =>
        (!alone && pattern(tokens, memo, 1) === 0) || passes(judge(id), id, text) === before,
    )
  })
}

function passes(test: ReturnType<typeof compileSubstance>, id: string, text: string): boolean {
  const result = test(id, text)
  return result !== undefined && result.lacks.length + result.rejected.length === 0
}
