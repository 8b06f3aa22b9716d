import { describe, expect, test } from 'vitest'
import { fileReader } from '../../src/io/file-reader.ts'
import { load, type Source } from '../../src/io/source.ts'
import { ofDrills } from '../../src/lint/drill-results.ts'
import { lint } from '../../src/lint/lint.ts'
import { lintDocuments } from '../../src/lint/lint-documents.ts'
import { lintDrill } from '../../src/lint/lint-drill.ts'
import type { LintInput } from '../../src/lint/lint-input.ts'
import type { Drill, Evidence } from '../../src/model/drill.ts'
import { noHistory } from '../../src/model/history.ts'
import { earns } from '../../src/parse/evidence.ts'
import { root } from '../support/package.ts'

const sources = fileReader.readCorpus(root).map(load)
const input = (replaced: readonly Source[]): LintInput => ({
  sources: replaced,
  history: noHistory,
  outside: () => [],
})
const { diagnostics, made: drills } = lint(
  input(sources),
  ofDrills((drill) => drill),
)

const { definitions } = lintDocuments(sources)

/** Rules that an edited copy of a drill breaks by itself. */
const rulesOf = (file: string, text: string): string[] =>
  lintDrill({ file, bytes: new TextEncoder().encode(text) }, definitions).diagnostics.map(({ rule }) => rule)

/** The only valid evidence of its criterion, the drill's own and general ones. */
const sole = ({ evidence }: Drill): Evidence[] =>
  evidence.filter(
    (one) =>
      earns(one) &&
      evidence.filter(
        (other) => earns(other) && other.scope === one.scope && other.criterion === one.criterion,
      ).length === 1,
  )

const withWords = ({ text }: Drill, { link }: Evidence, words: string): string =>
  text.slice(0, link.start) + words + text.slice(link.end)

test('the drills of the repository have no findings', () => {
  expect(diagnostics).toEqual([])
})

const timed = drills.filter(({ kind }) => kind !== 'question')

test('every round and incident has sole evidence to try', () => {
  expect(timed.map((drill) => sole(drill).length).filter((amount) => amount < 3)).toEqual([])
})

/** The rules that tell that evidence is missing, and that its words are not enough. */
const rulesFor = { general: ['rubric-coverage', 'rubric-evidence'], drill: ['criteria', 'criteria'] } as const

describe.each(drills.map((drill) => [drill.name, drill] as const))('%s', (_name, drill) => {
  test.each(sole(drill).map((evidence) => [evidence.criterion, evidence] as const))(
    '%s can’t be taken away',
    (_, evidence) => {
      const [missing, wordless] = rulesFor[evidence.scope]
      const required = evidence.scope === 'drill' || drill.kind !== 'question'
      const words = withWords(drill, evidence, evidence.link.text)
      expect(rulesOf(drill.file, words)).toEqual(required ? [missing] : [])
      const named = `[It has that property](${evidence.link.url})`
      expect(rulesOf(drill.file, withWords(drill, evidence, named))).toContain(wordless)
    },
  )
})
