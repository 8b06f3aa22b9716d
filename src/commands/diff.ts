import { changeFormats } from '../contract/change-formats.ts'
import { comparePackages } from '../contract/compare-packages.ts'
import { packageOf } from '../contract/package-of.ts'
import type { Command, Io } from '../io/io.ts'
import { UsageError } from '../io/usage-error.ts'
import { formatFlag } from './flags/format-flag.ts'
import { readArguments } from './flags/read-arguments.ts'

const options = {
  format: { type: 'string', default: 'text' },
} as const

const help = `Usage: drills diff <from> [to] [flags]

Shows what changed for apps between two packages, and the version bump that it
needs. Each is a folder, a .tgz, a git ref, or "." for the working tree, which
is the default of <to>.

  --format <text|json|markdown>  how changes are printed (text)

Exit codes: 0 whatever it finds, 2 wrong usage, 3 an internal error.
`

async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments(args, options, 'diff')
  const [from, to = '.', ...more] = positionals
  if (from === undefined || more.length > 0)
    throw new UsageError('`drills diff` takes one or two packages: `drills diff <from> [to]`')
  const format = formatFlag(values.format, changeFormats)
  io.stdout(changeFormats[format](comparePackages(packageOf(from, io), packageOf(to, io))))
  return 0
}

export const command: Command = { help, run }
