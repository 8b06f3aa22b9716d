import path from 'node:path'
import type { Command, Io } from '../command.ts'
import { ruleUrl } from '../project.ts'
import { rules } from '../rules/index.ts'
import { toolchainRoot } from '../toolchain.ts'
import { readArguments, UsageError, unknown } from '../usage.ts'

const ids = rules.map(({ id }) => id)
const longest = Math.max(...ids.map((id) => id.length))

const options = { 'no-color': { type: 'boolean', default: false } } as const

const help = `Usage: drills explain <rule> [flags]

Prints the page of a rule. Where it goes to no terminal it is the Markdown page
as it is.

  --no-color  no colours, also with NO_COLOR

Rules:
${rules.map(({ id, description }) => `  ${id.padEnd(longest)}  ${description}`).join('\n')}
`

/** The page as it is read in a terminal. Loaded only then: whoever pipes it waits for no parser. */
async function shown(page: string, id: string, { columns, env }: Io, plain: boolean): Promise<string> {
  const [{ parseMarkdown }, { render }] = await Promise.all([
    import('../parse/markdown.ts'),
    import('../explain/render.ts'),
  ])
  const color = !plain && !env['NO_COLOR'] && env['TERM'] !== 'dumb'
  return render(parseMarkdown(page), { color, columns, url: ruleUrl(id) })
}

async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments(args, options, 'explain')
  const [id, ...more] = positionals
  if (id === undefined || more.length > 0)
    throw new UsageError('`drills explain` takes one rule; see `drills explain --help` for all of them')
  if (!ids.includes(id)) throw unknown('rule', id, ids, 'see `drills explain --help`')
  const page = io.reader.readText(path.join(toolchainRoot, 'docs/rules', `${id}.md`))
  if (page === undefined) throw new Error(`the page of the rule ${id} is missing`)
  io.out(io.terminal ? await shown(page, id, io, values['no-color']) : page)
  return 0
}

export const explainCommand: Command = { summary: 'print the page of a rule', help, run }
