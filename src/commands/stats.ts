import type { Command, Io } from '../io/io.ts'
import { UsageError } from '../io/usage-error.ts'
import { lintInput } from '../lint/lint-input.ts'
import { openWorkspace } from '../lint/workspace.ts'
import { compileCorpus, versionOf } from '../package/compile-corpus.ts'
import { formats } from '../report/stats/format.ts'
import { statsOf } from '../report/stats/stats.ts'
import { formatFlag } from './flags/format-flag.ts'
import { readArguments } from './flags/read-arguments.ts'

const options = {
  format: { type: 'string', default: 'text' },
} as const

const help = `Usage: drills stats [flags]

Shows what the published drills cover: categories × components of the model
path, kinds, difficulties, evidence per criterion; gaps first.

  --format <text|json|markdown>  how it is printed (text)

Exit codes: 0 whatever it finds, 2 wrong usage, 3 an internal error.
`

async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments(args, options, 'stats')
  if (positionals.length > 0) throw new UsageError('`drills stats` takes no paths: it counts all drills')
  const format = formatFlag(values.format, formats)
  const workspace = openWorkspace(io)
  const { content } = compileCorpus(lintInput(workspace, io), [], versionOf(workspace.root, io))
  if (!content) throw new UsageError('the drills can’t be counted; `drills lint` says why')
  io.stdout(formats[format](statsOf(content.drills, content.practiceLoop, content.rubric)))
  return 0
}

export const command: Command = { help, run }
