import { codeOf } from './io/file-errors.ts'
import type { Command, Io } from './io/io.ts'
import { UsageError, unknownWord } from './io/usage-error.ts'
import { version } from './model/project.ts'
import { printable } from './report/printable.ts'

/** The part of Io that help and errors need. */
type Output = Pick<Io, 'env' | 'stdout' | 'stderr'>

/** Summaries, and the modules, each loaded only when its command runs. */
const commands = {
  lint: ['lint drills', () => import('./commands/lint.ts')],
  merge: ['the findings of a lint on several machines', () => import('./commands/merge.ts')],
  build: ['lint, then write the package', () => import('./commands/build.ts')],
  site: ['the practice site on these drills', () => import('./commands/site.ts')],
  init: ['a repository for drills of your own', () => import('./commands/init.ts')],
  new: ['write the template of a drill', () => import('./commands/new.ts')],
  diff: ['what changed for apps between two packages', () => import('./commands/diff.ts')],
  changeset: ['write or check the changeset of the content changes', () => import('./commands/changeset.ts')],
  stats: ['what the drills cover, and the gaps', () => import('./commands/stats.ts')],
  grade: ['coverage of a written answer', () => import('./commands/grade.ts')],
  lsp: ['the linter as a language server', () => import('./commands/lsp.ts')],
  explain: ['print the page of a rule', () => import('./commands/explain.ts')],
} as const satisfies Record<string, readonly [string, () => Promise<{ readonly command: Command }>]>

const isCommand = (word: string): word is keyof typeof commands => Object.hasOwn(commands, word)

const help = `Usage: drills <command> [flags]

${Object.entries(commands)
  .map(([name, [summary]]) => `  ${name.padEnd(9)} ${summary}`)
  .join('\n')}

  --help     this text, or that of a command: drills lint --help
  --version  ${version}
`

const asksForHelp = (word: string): boolean => word === '--help' || word === '-h'
const asksForVersion = (word: string): boolean => word === '--version' || word === '-v'

async function load(name: string): Promise<Command> {
  if (isCommand(name)) return (await commands[name][1]()).command
  const flag = name.startsWith('-')
  const known = flag ? ['--help', '--version'] : [...Object.keys(commands), 'help']
  throw unknownWord(flag ? 'flag' : 'command', name, known, 'see `drills --help`')
}

const helpOf = async ({ help: text }: Command): Promise<string> =>
  typeof text === 'string' ? text : await text()

async function run(args: readonly string[], { stdout }: Output, open: () => Promise<Io>): Promise<number> {
  const [first, ...rest] = args
  if (first === undefined) throw new UsageError('no command; see `drills --help`')
  if (asksForVersion(first)) {
    stdout(`${version}\n`)
    return 0
  }
  if (first === 'help' || asksForHelp(first)) {
    const topic = rest.find((word) => !asksForHelp(word))
    stdout(topic === undefined ? help : await helpOf(await load(topic)))
    return 0
  }
  const command = await load(first)
  // Before anything is checked: a request for help should not be answered with a complaint.
  const flags = rest.includes('--') ? rest.slice(0, rest.indexOf('--')) : rest
  const asked = flags.some(asksForHelp)
    ? await helpOf(command)
    : flags.some(asksForVersion)
      ? `${version}\n`
      : undefined
  if (asked === undefined) return command.run(rest, await open())
  stdout(asked)
  return 0
}

/**
 * Runs a command line.
 * @param open gives a command its Io, which help does not wait for
 * @returns the exit code: 0 clean, 1 findings, 2 wrong usage, 3 an internal error
 */
export async function main(
  args: readonly string[],
  output: Output,
  open: () => Promise<Io>,
): Promise<number> {
  const { env, stderr } = output
  try {
    return await run(args, output, open)
  } catch (error) {
    if (error instanceof UsageError) {
      stderr(`drills: ${printable(error.message)}\n`)
      return 2
    }
    const message = error instanceof Error ? error.message : String(error)
    // An error of the system says enough by itself.
    const hint = codeOf(error) === undefined ? '; DRILLS_DEBUG=1 shows where' : ''
    stderr(`drills: internal error: ${printable(message)}${hint}\n`)
    if (env['DRILLS_DEBUG'] && error instanceof Error) stderr(`${error.stack}\n`)
    return 3
  }
}
