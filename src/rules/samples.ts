import path from 'node:path'
import type { CorpusFinding } from '../model/diagnostic.ts'
import type { Corpus, DrillFacts, SampleFacts } from '../model/facts.ts'
import { wantedLevels } from '../model/sample.ts'
import { didYouMean } from '../text/did-you-mean.ts'
import { isKebab } from '../text/is-kebab.ts'
import { pairNames } from '../text/pair-names.ts'
import type { Place } from '../text/place.ts'
import { oneOf, quote } from '../text/quote.ts'
import type { CorpusRule } from './rule.ts'

const beginning: Place = { line: 1, column: 1, endLine: 1, endColumn: 1 }

/** A sample whose front matter can be used. */
interface Read extends SampleFacts {
  readonly file: string
  readonly matter: NonNullable<SampleFacts['matter']>
}

function* misplaced(
  file: string,
  { name, folder, matter, places }: SampleFacts,
  isKnown: boolean,
): Generator<CorpusFinding> {
  if (folder === undefined) {
    const message = `Unexpected sample in ${quote(`${path.posix.dirname(file)}/`)}, expected it in \`drills/samples/<drill id>/\``
    yield { file, place: beginning, message }
  } else if (!isKebab(name) || !file.endsWith('.md')) {
    const message = `Unexpected file name ${quote(path.posix.basename(file))}, expected kebab-case words and \`.md\``
    yield { file, place: beginning, message }
  }
  if (isKnown && matter && folder !== undefined && matter.drill !== folder)
    yield {
      file,
      place: places.drill,
      message: `Unexpected drill ${quote(matter.drill)} in the folder ${quote(folder)}, expected the folder’s name`,
      expected: [folder],
    }
}

/** The general criteria that a kind requires. */
const generalOf = ({ definitions }: Corpus, kind: DrillFacts['kind']): string[] =>
  (definitions?.rubric.criteria ?? []).flatMap(({ id, kinds }) => (kinds.includes(kind) ? [id] : []))

function* unknownIds(
  { file }: Read,
  what: string,
  ids: readonly string[],
  places: readonly Place[],
  known: readonly string[],
  pairs: ReadonlyMap<string, string> = new Map(),
): Generator<CorpusFinding> {
  for (const [index, id] of ids.entries()) {
    if (known.includes(id)) continue
    const meant = pairs.get(id) ?? didYouMean(id, known)
    yield {
      file,
      place: places[index] ?? beginning,
      message: `Unexpected ${what} ${quote(id)}, expected ${known.length === 0 ? 'none' : oneOf(known)}${meant ? `; did you mean \`${meant}\`?` : ''}`,
      expected: meant ? [meant] : known,
    }
  }
}

function* judged(sample: Read, drill: DrillFacts, corpus: Corpus): Generator<CorpusFinding> {
  const { file, matter, places } = sample
  const wanted = [...drill.criteria, ...generalOf(corpus, drill.kind)]
  const given = Object.keys(matter.verdicts)
  const pairs = pairNames(
    given.filter((id) => !wanted.includes(id)),
    wanted.filter((id) => !given.includes(id)),
    wanted,
  )
  yield* unknownIds(sample, 'verdict for the criterion', given, places.criteria, wanted, pairs)
  // A verdict under a wrong name is not missing as well.
  const judgedIds = new Set([...given, ...pairs.values()])
  const missing = wanted.filter((id) => !judgedIds.has(id))
  if (missing.length > 0)
    yield {
      file,
      place: places.verdicts,
      message: `Unexpected verdicts without ${oneOf(missing, 'and')}, expected \`met\`, \`partly\` or \`not\` for every criterion`,
      expected: missing,
    }
  const flags = [...drill.redFlags, ...(corpus.definitions?.rubric.redFlags ?? []).map(({ id }) => id)]
  yield* unknownIds(sample, 'red flag', matter.redFlags ?? [], places.redFlags, flags)
}

function* lacking(drills: Corpus['facts'], samples: readonly Read[]): Generator<CorpusFinding> {
  const levels = new Map<string, Read['matter']['level'][]>()
  for (const { matter } of samples) {
    const known = levels.get(matter.drill)
    if (known) known.push(matter.level)
    else levels.set(matter.drill, [matter.level])
  }
  for (const { file, drill } of drills) {
    if (!drill || drill.kind === 'question' || drill.status === 'draft') continue
    const missing = wantedLevels.filter((level) => !levels.get(drill.id)?.includes(level))
    if (missing.length > 0)
      yield {
        file,
        place: drill.places.title,
        severity: 'warning',
        message: `Unexpected drill without a ${oneOf(missing, 'and')} sample, expected \`drills/samples/${drill.id}/<name>.md\` with ${missing.map((level) => `\`level: ${level}\``).join(', and another with ')}`,
      }
  }
}

export const samples: CorpusRule = {
  id: 'samples',
  scope: 'corpus',
  description:
    'a sample answer of no drill, without a verdict for each criterion, or a drill without samples',
  *check(corpus) {
    // Without the definition documents nobody knows which criteria there are.
    if (!corpus.definitions) return
    const drills = new Map(corpus.facts.flatMap(({ drill }) => (drill ? [[drill.id, drill] as const] : [])))
    const read: Read[] = []
    for (const { file, sample } of corpus.facts) {
      if (!sample) continue
      const { matter } = sample
      yield* misplaced(file, sample, matter !== undefined && drills.has(matter.drill))
      if (!matter) continue
      const one = { ...sample, file, matter }
      read.push(one)
      const drill = drills.get(matter.drill)
      if (drill) yield* judged(one, drill, corpus)
      else if (!corpus.unread.includes(matter.drill)) {
        const meant = didYouMean(matter.drill, drills.keys())
        yield {
          file,
          place: sample.places.drill,
          message: `Unexpected sample of the unknown drill ${quote(matter.drill)}, expected the id of a drill${meant ? `; did you mean \`${meant}\`?` : ''}`,
          ...(meant && { expected: [meant] }),
        }
      }
    }
    yield* lacking(corpus.facts, read)
  },
}
