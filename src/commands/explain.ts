import path from 'node:path'
import type { Command, Io } from '../io/io.ts'
import { toolchainRoot } from '../io/toolchain.ts'
import { UsageError, unknownWord } from '../io/usage-error.ts'
import { ruleUrl } from '../model/project.ts'
import { readArguments } from './flags/read-arguments.ts'

const options = { 'no-color': { type: 'boolean', default: false } } as const

/** Loaded only to list the rules, because they import the whole linter. */
const listed = async (): Promise<readonly { readonly id: string; readonly description: string }[]> =>
  (await import('../rules/rules.ts')).rules

async function help(): Promise<string> {
  const rules = await listed()
  const longest = Math.max(...rules.map(({ id }) => id.length))
  return `Usage: drills explain <rule> [flags]

Prints the page of a rule. Where it goes to no terminal it is the Markdown page
as it is.

  --no-color  no colours, also with NO_COLOR

Rules:
${rules.map(({ id, description }) => `  ${id.padEnd(longest)}  ${description}`).join('\n')}
`
}

/** Renders the page for a terminal. The parser is loaded only here: a pipe gets the Markdown itself. */
async function shown(page: string, id: string, { columns, env }: Io, plain: boolean): Promise<string> {
  const [{ parseMarkdown }, { render }] = await Promise.all([
    import('../parse/markdown.ts'),
    import('../report/explain/render.ts'),
  ])
  const color = !plain && !env['NO_COLOR'] && env['TERM'] !== 'dumb'
  return render(parseMarkdown(page), { color, columns, url: ruleUrl(id) })
}

async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments(args, options, 'explain')
  const [id, ...more] = positionals
  if (id === undefined || more.length > 0)
    throw new UsageError('`drills explain` takes one rule; see `drills explain --help` for all of them')
  const page = /^[a-z-]+$/.test(id)
    ? io.reader.readText(path.join(toolchainRoot, 'docs/rules', `${id}.md`))
    : undefined
  if (page === undefined) {
    const ids = (await listed()).map((rule) => rule.id)
    if (ids.includes(id)) throw new Error(`the page of the rule ${id} is missing`)
    throw unknownWord('rule', id, ids, 'see `drills explain --help`')
  }
  io.stdout(io.terminal ? await shown(page, id, io, values['no-color']) : page)
  return 0
}

export const command: Command = { help, run }
