import { sectionOf } from '../definitions.ts'
import type { CorpusFinding } from '../diagnostic.ts'
import type { PracticeLoopMatter } from '../generated/authored/practice-loop.ts'
import type { RubricMatter } from '../generated/authored/rubric.ts'
import type { Corpus, DefinitionDocument } from '../model.ts'
import { compilePattern, PatternError } from '../rubric/pattern.ts'
import { didYouMean, oneOf, quote, title } from '../words.ts'
import type { CorpusRule } from './rule.ts'

type Path = readonly (string | number)[]
type Say = (path: Path, message: string) => CorpusFinding

const sayIn =
  <T>({ file, locate, matter }: DefinitionDocument<T>): Say =>
  (path, message) => ({ file, place: locate(matter.at(path)), message })

/** Ids of one list: each once, and each with a heading of its name. */
function* headed<T>(
  document: DefinitionDocument<T>,
  list: string,
  ids: readonly string[],
  say: Say,
): Generator<CorpusFinding> {
  for (const [index, id] of ids.entries()) {
    const path = [list, index, 'id']
    if (ids.indexOf(id) !== index)
      yield say(path, `Unexpected second ${quote(id)} in \`${list}\`, expected each id once`)
    else if (!sectionOf(document, id))
      yield say(
        path,
        `Unexpected id ${quote(id)} without a heading, expected a heading \`### ${title(id)}\` with a paragraph in this file`,
      )
    else if (sectionOf(document, id)?.words === 0)
      yield say(path, `Unexpected empty section under the heading of ${quote(id)}, expected a paragraph`)
  }
}

function* known(
  ids: readonly string[],
  wanted: string,
  path: Path,
  what: string,
  say: Say,
): Generator<CorpusFinding> {
  if (ids.includes(wanted)) return
  const meant = didYouMean(wanted, ids)
  yield say(
    path,
    `Unexpected ${what} ${quote(wanted)}, expected ${oneOf(ids)}${meant ? `; did you mean \`${meant}\`?` : ''}`,
  )
}

function* readable(
  source: string,
  lists: RubricMatter['lists'],
  path: Path,
  say: Say,
): Generator<CorpusFinding> {
  try {
    compilePattern(source, lists)
  } catch (error) {
    if (!(error instanceof PatternError)) throw error
    yield say(
      path,
      `Unexpected pattern: it has ${error.message}, expected words, \`$lists\` and \`<amounts>\` joined by \` | \`, \` & \` and \` .. \``,
    )
  }
}

function* sectionPoints(
  document: DefinitionDocument<PracticeLoopMatter>,
  matter: PracticeLoopMatter,
  say: Say,
): Generator<CorpusFinding> {
  for (const [index, { id, points = {} }] of matter.sections.entries()) {
    const labels = sectionOf(document, id)?.items.flatMap(({ label }) => label?.id ?? []) ?? []
    for (const [kind, ids] of Object.entries(points)) {
      for (const [at, point] of ids.entries()) {
        if (labels.includes(point)) continue
        yield say(
          ['sections', index, 'points', kind, at],
          `Unexpected point ${quote(point)} without a bullet, expected \`- **${title(point)}:** what to write\` under the heading of ${quote(id)}`,
        )
      }
    }
  }
}

function* loopFindings(
  document: DefinitionDocument<PracticeLoopMatter>,
  lists: RubricMatter['lists'],
): Generator<CorpusFinding> {
  const { data: matter } = document.matter
  if (!matter) return
  const say = sayIn(document)
  const phases = matter.phases.map(({ id }) => id)
  yield* headed(document, 'phases', phases, say)
  yield* headed(
    document,
    'sections',
    matter.sections.map(({ id }) => id),
    say,
  )
  yield* sectionPoints(document, matter, say)
  for (const [index, { phase, reason }] of matter.sections.entries()) {
    yield* known(phases, phase, ['sections', index, 'phase'], 'phase', say)
    if (reason !== undefined) yield* readable(reason, lists, ['sections', index, 'reason'], say)
  }
  for (const [index, phase] of phases.entries()) {
    if (!matter.sections.some((section) => section.phase === phase)) {
      yield say(
        ['phases', index, 'id'],
        `Unexpected phase ${quote(phase)} in which nothing is written, expected a section with \`phase: ${phase}\``,
      )
    }
  }
  const minutes = matter.phases.reduce((sum, phase) => sum + phase.minutes, 0)
  const stated = /(\d+) minutes/.exec(document.sections[0]?.text ?? '')?.[1]
  if (stated !== undefined && Number(stated) !== minutes) {
    yield say(
      ['phases'],
      `Unexpected minutes: the phases sum to ${minutes}, expected the ${stated} minutes that the introduction promises`,
    )
  }
  for (const [kind, { parts }] of Object.entries(matter.kinds)) {
    for (const needed of ['prompt', 'answer']) {
      if (!parts.some(({ id }) => id === needed))
        yield say(
          ['kinds', kind, 'parts'],
          `Unexpected kind without the part \`${needed}\`, expected \`- { id: ${needed} }\``,
        )
    }
  }
}

function* rubricFindings(
  document: DefinitionDocument<RubricMatter>,
  sections: readonly string[],
): Generator<CorpusFinding> {
  const { data: matter } = document.matter
  if (!matter) return
  const say = sayIn(document)
  yield* headed(
    document,
    'criteria',
    matter.criteria.map(({ id }) => id),
    say,
  )
  yield* headed(
    document,
    'redFlags',
    matter.redFlags.map(({ id }) => id),
    say,
  )
  const sum = matter.criteria.reduce((total, { weight }) => total + weight, 0)
  if (sum !== 100) yield say(['criteria'], `Unexpected weights that sum to ${sum}, expected 100`)
  for (const [name, entries] of Object.entries(matter.lists))
    yield* readable(entries, matter.lists, ['lists', name], say)
  for (const [index, { sections: places, substance }] of matter.criteria.entries()) {
    for (const [at, id] of places.entries())
      yield* known(sections, id, ['criteria', index, 'sections', at], 'section', say)
    for (const group of ['need', 'reject'] as const) {
      for (const [at, { any }] of (substance[group] ?? []).entries()) {
        yield* readable(any, matter.lists, ['criteria', index, 'substance', group, at, 'any'], say)
      }
    }
  }
  for (const [index, { test }] of matter.redFlags.entries()) {
    for (const id of test ? [test.section, ...test.against] : [])
      yield* known(sections, id, ['redFlags', index, 'test'], 'section', say)
  }
}

function* check({ loop, rubric }: Corpus): Generator<CorpusFinding> {
  const start = { line: 1, column: 1, endLine: 1, endColumn: 1 }
  if (!rubric)
    yield {
      file: 'drills/rubric.md',
      place: start,
      message: 'Unexpected missing rubric, expected a readable file `drills/rubric.md` with criteria',
    }
  if (loop) yield* loopFindings(loop, rubric?.matter.data?.lists ?? {})
  if (rubric) yield* rubricFindings(rubric, loop?.matter.data?.sections.map(({ id }) => id) ?? [])
}

export const definitions: CorpusRule = {
  id: 'definitions',
  scope: 'corpus',
  description: 'definition documents that do not fit together',
  check,
}
