import type { Command, Io } from '../io/io.ts'
import { UsageError, unknownWord } from '../io/usage-error.ts'
import { ofDrills } from '../lint/drill-results.ts'
import { lint } from '../lint/lint.ts'
import { lintInput } from '../lint/lint-input.ts'
import { openWorkspace } from '../lint/workspace.ts'
import { inReadingOrder } from '../package/compile/content.ts'
import { formats } from '../report/stats/format.ts'
import { statsOf } from '../report/stats/stats.ts'
import { formatFlag } from './flags/format-flag.ts'
import { readArguments } from './flags/read-arguments.ts'
import { countedOf } from './stats/counted.ts'

const options = {
  grading: { type: 'boolean', default: false },
  drill: { type: 'string', multiple: true, default: [] as string[] },
  format: { type: 'string', default: 'text' },
} as const

const help = `Usage: drills stats [flags]

Shows what the published drills cover: categories × components of the model
path, kinds, difficulties, evidence per criterion, criteria of their own and
samples; gaps first.

  --grading                      how the criteria of the drills tell answers apart
                                 instead: the scores of the own model answer, of
                                 the best one of another drill, and of a template
  --drill <id>                   of this drill only; may be given several times
  --format <text|json|markdown>  how it is printed (text); --grading has text and
                                 json

Exit codes: 0 whatever it finds, 2 wrong usage, 3 an internal error.
`

const unreadable = 'the drills can’t be counted; `drills lint` says why'

/** What the drills cover. */
function counts(name: string, io: Io): string {
  const format = formatFlag(name, formats)
  const { made, corpus } = lint(
    lintInput(openWorkspace(io), io),
    ofDrills((drill, definitions) => {
      const counted = countedOf(drill, definitions)
      return counted && { order: drill.matter.data?.order, drill: counted }
    }),
  )
  const { definitions, facts } = corpus
  if (!definitions) throw new UsageError(unreadable)
  const samples = facts.flatMap(({ sample }) => sample?.matter ?? [])
  return formats[format](statsOf(inReadingOrder(made), samples, definitions))
}

/** How the criteria of drills tell answers apart. */
async function gradings(name: string, ids: readonly string[], io: Io): Promise<string> {
  // With them comes the code that apps grade with, which counting does without.
  const [{ compileCorpus }, { bareIdentity, noVersion }, { gradingFormats }, { gradingStats }] =
    await Promise.all([
      import('../package/compile-corpus.ts'),
      import('../package/identity/identity.ts'),
      import('../report/stats/format-grading.ts'),
      import('../report/stats/grading.ts'),
    ])
  const format = formatFlag(name, gradingFormats)
  const workspace = openWorkspace(io)
  const { content } = compileCorpus(lintInput(workspace, io), [], bareIdentity('drills', noVersion))
  if (!content) throw new UsageError(unreadable)
  const { drills, practiceLoop, rubric } = content
  const known = drills.map(({ id }) => id)
  for (const id of ids)
    if (!known.includes(id))
      throw unknownWord('drill', id, known, 'only published drills are graded against each other')
  const wanted = (id: string): boolean => ids.length === 0 || ids.includes(id)
  return gradingFormats[format](gradingStats(drills, wanted, rubric, practiceLoop))
}

async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments(args, options, 'stats')
  if (positionals.length > 0) throw new UsageError('`drills stats` takes no paths: it counts all drills')
  const { grading, drill: ids } = values
  if (!grading && ids.length > 0) throw new UsageError('`--drill` goes with `--grading`')
  io.stdout(grading ? await gradings(values.format, ids, io) : counts(values.format, io))
  return 0
}

export const command: Command = { help, run }
