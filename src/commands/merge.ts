import path from 'node:path'
import type { Command, Io } from '../io/io.ts'
import { UsageError } from '../io/usage-error.ts'
import { applyCorpusRules } from '../lint/corpus-rules.ts'
import { lintDocuments } from '../lint/lint-documents.ts'
import { lintInput } from '../lint/lint-input.ts'
import { joinShards, ShardError } from '../lint/shards.ts'
import { openWorkspace } from '../lint/workspace.ts'
import { summarize } from '../model/diagnostic.ts'
import type { FactsFile } from '../model/generated/exchange/facts.ts'
import { facts as validate } from '../model/generated/exchange/validators.js'
import { readHistory } from '../parse/history.ts'
import { quote } from '../text/quote.ts'
import { readArguments } from './flags/read-arguments.ts'
import { readReportFlags, reportOptions } from './flags/report-flags.ts'
import { printReport, verdict } from './output/print-report.ts'
import { basisOf } from './write-facts.ts'

const help = `Usage: drills merge <facts…> [flags]

The corpus half of a lint on several machines. Each of them writes the facts of
a part with \`drills lint --shard 1/4 --facts-only --output facts-1.json\`; this
gives the findings of one run, from the facts of all parts and a checkout of the
same drills.

  --format <format>   how findings are printed: text (the default), json,
                      github (annotations), sarif or junit
  --output <file>     write them to a file instead of standard output
  --quiet             print errors only
  --max-warnings <n>  exit with 1 when there are more warnings
  --no-color          no colours, also with NO_COLOR

Exit codes: 0 clean, 1 errors or too many warnings, 2 wrong usage, or facts that
are missing or of another state of the drills, 3 an internal error.
`

function readFacts(name: string, { cwd, reader }: Io): FactsFile {
  const text = reader.readText(path.resolve(cwd, name))
  if (text === undefined) throw new UsageError(`no such file: ${quote(name, 200)}`)
  const refusal = new UsageError(`${quote(name, 200)} is not a facts file of \`drills lint --facts-only\``)
  try {
    const data: unknown = JSON.parse(text)
    if (validate(data)) return data as FactsFile
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  throw refusal
}

async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments(args, reportOptions, 'merge')
  const flags = readReportFlags(values)
  if (positionals.length === 0) throw new UsageError('no facts to merge; see `drills merge --help`')
  const workspace = openWorkspace(io)
  const parts = positionals.map((name) => readFacts(name, io))
  try {
    const drills = joinShards(parts, workspace.sources, basisOf(workspace, io))
    const { history, outside } = lintInput(workspace, io)
    const surroundings = { history: readHistory(history), outside }
    const { diagnostics } = applyCorpusRules(lintDocuments(workspace.sources), drills, surroundings)
    const files = workspace.sources.map(({ file }) => file)
    const pass = { workspace, files, diagnostics, summary: summarize(diagnostics, files.length) }
    await printReport(pass, flags, io)
    return verdict(pass, flags, io)
  } catch (error) {
    if (error instanceof ShardError) throw new UsageError(error.message)
    throw error
  }
}

export const command: Command = { help, run }
