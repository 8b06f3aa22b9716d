import type { Command, Io } from './command.ts'
import { version } from './project.ts'
import { printable } from './report/printable.ts'
import { UsageError, unknown } from './usage.ts'

const commands = {
  lint: {
    summary: 'lint drills',
    load: async (): Promise<Command> => (await import('./commands/lint.ts')).lintCommand,
  },
  build: {
    summary: 'lint, then write the package',
    load: async (): Promise<Command> => (await import('./commands/build.ts')).buildCommand,
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

async function run(args: readonly string[], io: Io): Promise<number> {
  const [name, ...rest] = args
  if (
    name === '--version' ||
    name === '-v' ||
    (rest[0] === '--version' && name !== undefined && isCommand(name))
  ) {
    io.out(`${version}\n`)
    return 0
  }
  if (name === '--help' || name === '-h' || name === 'help') {
    io.out(help)
    return 0
  }
  if (name === undefined) throw new UsageError('no command; see `drills --help`')
  if (!isCommand(name))
    throw unknown(
      name.startsWith('-') ? 'flag' : 'command',
      name,
      Object.keys(commands),
      'see `drills --help`',
    )
  const command = await commands[name].load()
  return command.run(rest, io)
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : ''

/** Runs a command line. Gives the exit code: 0 clean, 1 findings, 2 wrong usage, 3 a defect of the tool. */
export async function main(args: readonly string[], io: Io): Promise<number> {
  try {
    return await run(args, io)
  } catch (error) {
    if (error instanceof UsageError) {
      io.talk(`drills: ${printable(error.message)}\n`)
      return 2
    }
    const message = error instanceof Error ? error.message : String(error)
    io.talk(
      `drills: a defect of the tool, or of this machine: ${printable(message)}${codeOf(error) === '' ? '; DRILLS_DEBUG=1 shows where' : ''}\n`,
    )
    if (io.env['DRILLS_DEBUG'] && error instanceof Error) io.talk(`${error.stack}\n`)
    return 3
  }
}
