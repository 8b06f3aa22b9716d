import type { Command, Io } from '../io/io.ts'
import { UsageError } from '../io/usage-error.ts'
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
  format: { type: 'string', default: 'text' },
} as const

const help = `Usage: drills stats [flags]

Shows what the published drills cover: categories × components of the model
path, kinds, difficulties, evidence per criterion, criteria of their own and
samples; gaps first.

  --format <text|json|markdown>  how it is printed (text)

Exit codes: 0 whatever it finds, 2 wrong usage, 3 an internal error.
`

async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments(args, options, 'stats')
  if (positionals.length > 0) throw new UsageError('`drills stats` takes no paths: it counts all drills')
  const format = formatFlag(values.format, formats)
  const { made, corpus } = lint(
    lintInput(openWorkspace(io), io),
    ofDrills((drill, definitions) => {
      const counted = countedOf(drill, definitions)
      return counted && { order: drill.matter.data?.order, drill: counted }
    }),
  )
  const { definitions, facts } = corpus
  if (!definitions) throw new UsageError('the drills can’t be counted; `drills lint` says why')
  const samples = facts.flatMap(({ sample }) => sample?.matter ?? [])
  io.stdout(formats[format](statsOf(inReadingOrder(made), samples, definitions)))
  return 0
}

export const command: Command = { help, run }
