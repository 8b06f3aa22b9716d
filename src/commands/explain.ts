import path from 'node:path'
import type { Command, Io } from '../command.ts'
import { rules } from '../rules/index.ts'
import { toolchainRoot } from '../toolchain.ts'
import { readArguments, UsageError, unknown } from '../usage.ts'

const ids = rules.map(({ id }) => id)
const longest = Math.max(...ids.map((id) => id.length))

const help = `Usage: drills explain <rule>

Prints the page of a rule.

Rules:
${rules.map(({ id, description }) => `  ${id.padEnd(longest)}  ${description}`).join('\n')}
`

async function run(args: readonly string[], io: Io): Promise<number> {
  const { positionals } = readArguments(args, {}, 'explain')
  const [id, ...more] = positionals
  if (id === undefined || more.length > 0)
    throw new UsageError('`drills explain` takes one rule; see `drills explain --help` for all of them')
  if (!ids.includes(id)) throw unknown('rule', id, ids, 'see `drills explain --help`')
  const page = io.reader.readText(path.join(toolchainRoot, 'docs/rules', `${id}.md`))
  if (page === undefined) throw new Error(`the page of the rule ${id} is missing`)
  io.out(page)
  return 0
}

export const explainCommand: Command = { summary: 'print the page of a rule', help, run }
