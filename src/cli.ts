import { codeOf } from './io/file-errors.ts'
import type { Command, Io } from './io/io.ts'
import { UsageError, unknownWord } from './io/usage-error.ts'
import { version } from './model/project.ts'
import { printable } from './report/printable.ts'

const commands = {
  lint: {
    summary: 'lint drills',
    load: async (): Promise<Command> => (await import('./commands/lint.ts')).lintCommand,
  },
  merge: {
    summary: 'the findings of a lint on several machines',
    load: async (): Promise<Command> => (await import('./commands/merge.ts')).mergeCommand,
  },
  build: {
    summary: 'lint, then write the package',
    load: async (): Promise<Command> => (await import('./commands/build.ts')).buildCommand,
  },
  new: {
    summary: 'write the template of a drill',
    load: async (): Promise<Command> => (await import('./commands/new.ts')).newCommand,
  },
  diff: {
    summary: 'what changed for apps between two packages',
    load: async (): Promise<Command> => (await import('./commands/diff.ts')).diffCommand,
  },
  changeset: {
    summary: 'write or check the changeset of the content changes',
    load: async (): Promise<Command> => (await import('./commands/changeset.ts')).changesetCommand,
  },
  stats: {
    summary: 'what the drills cover, and the holes',
    load: async (): Promise<Command> => (await import('./commands/stats.ts')).statsCommand,
  },
  grade: {
    summary: 'coverage of a written answer',
    load: async (): Promise<Command> => (await import('./commands/grade.ts')).gradeCommand,
  },
  lsp: {
    summary: 'the linter as a language server',
    load: async (): Promise<Command> => (await import('./commands/lsp.ts')).lspCommand,
  },
  explain: {
    summary: 'print the page of a rule',
    load: async (): Promise<Command> => (await import('./commands/explain.ts')).explainCommand,
  },
} as const

const isCommand = (word: string): word is keyof typeof commands => Object.hasOwn(commands, word)

const help = `Usage: drills <command> [flags]

${Object.entries(commands)
  .map(([name, { summary }]) => `  ${name.padEnd(9)} ${summary}`)
  .join('\n')}

  --help     this text, or that of a command: drills lint --help
  --version  ${version}
`

const asksForHelp = (word: string): boolean => word === '--help' || word === '-h'
const asksForVersion = (word: string): boolean => word === '--version' || word === '-v'

function load(name: string): Promise<Command> {
  if (isCommand(name)) return commands[name].load()
  const flag = name.startsWith('-')
  const known = flag ? ['--help', '--version'] : [...Object.keys(commands), 'help']
  throw unknownWord(flag ? 'flag' : 'command', name, known, 'see `drills --help`')
}

const helpOf = async ({ help: text }: Command): Promise<string> =>
  typeof text === 'string' ? text : await text()

async function run(args: readonly string[], io: Io): Promise<number> {
  const [first, ...rest] = args
  if (first === undefined) throw new UsageError('no command; see `drills --help`')
  if (asksForVersion(first)) {
    io.stdout(`${version}\n`)
    return 0
  }
  if (first === 'help' || asksForHelp(first)) {
    const topic = rest.find((word) => !asksForHelp(word))
    io.stdout(topic === undefined ? help : await helpOf(await load(topic)))
    return 0
  }
  const command = await load(first)
  // Whatever else is on the line: who asks for help should not be told off first.
  const flags = rest.includes('--') ? rest.slice(0, rest.indexOf('--')) : rest
  const asked = flags.some(asksForHelp)
    ? await helpOf(command)
    : flags.some(asksForVersion)
      ? `${version}\n`
      : undefined
  if (asked === undefined) return command.run(rest, io)
  io.stdout(asked)
  return 0
}

/** Runs a command line. Gives the exit code: 0 clean, 1 findings, 2 wrong usage, 3 a defect of the tool. */
export async function main(args: readonly string[], io: Io): Promise<number> {
  try {
    return await run(args, io)
  } catch (error) {
    if (error instanceof UsageError) {
      io.stderr(`drills: ${printable(error.message)}\n`)
      return 2
    }
    const message = error instanceof Error ? error.message : String(error)
    io.stderr(
      `drills: a defect of the tool, or of this machine: ${printable(message)}${codeOf(error) === undefined ? '; DRILLS_DEBUG=1 shows where' : ''}\n`,
    )
    if (io.env['DRILLS_DEBUG'] && error instanceof Error) io.stderr(`${error.stack}\n`)
    return 3
  }
}
