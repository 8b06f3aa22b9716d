import type { Command, Io } from '../command.ts'
import { type Diagnostic, exitCode, summarize } from '../diagnostic.ts'
import { definitionFiles, lint } from '../lint.ts'
import { counts, sourceOf } from '../read.ts'
import { type Format, isFormat, reports } from '../report/index.ts'
import { readArguments, UsageError, unknown } from '../usage.ts'
import { count, oneOf, quote } from '../words.ts'
import { lintInput, openWorkspace, type Workspace } from './corpus.ts'
import { save } from './save.ts'
import { fromRoot, selectFiles } from './select.ts'
import { view } from './view.ts'

const options = {
  format: { type: 'string', default: 'text' },
  output: { type: 'string' },
  quiet: { type: 'boolean', default: false },
  'max-warnings': { type: 'string' },
  stdin: { type: 'boolean', default: false },
  'stdin-filename': { type: 'string' },
  'no-color': { type: 'boolean', default: false },
} as const

const help = `Usage: drills lint [path…] [flags]

Lints files, folders or globs, by default all of drills/. Rules about the whole
corpus always see all of it.

  --format <text|json>      how findings are printed (text)
  --output <file>           write them to a file instead of standard output
  --quiet                   leave warnings out of the output
  --max-warnings <n>        exit with 1 when there are more warnings
  --stdin                   lint the text on standard input …
  --stdin-filename <path>   … as if it stood in this file
  --no-color                no colours, also with NO_COLOR

Exit codes: 0 clean, 1 errors or too many warnings, 2 wrong usage, 3 a defect
of the tool.
`

function formatOf(word: string): Format {
  if (isFormat(word)) return word
  throw unknown('format', word, Object.keys(reports), `expected ${oneOf(Object.keys(reports))}`)
}

function countOf(word: string | undefined): number | undefined {
  if (word === undefined) return undefined
  if (!/^\d{1,9}$/.test(word))
    throw new UsageError(`flag \`--max-warnings\` takes a whole number, not ${quote(word)}`)
  return Number(word)
}

/** The workspace with the text of standard input in place of a file. */
async function withInput(
  workspace: Workspace,
  name: string | undefined,
  io: Io,
): Promise<{ workspace: Workspace; file: string }> {
  if (name === undefined)
    throw new UsageError('`--stdin` needs `--stdin-filename <path>`, the file that the text stands for')
  const file = fromRoot(name, workspace, io)
  if (!file.startsWith('drills/'))
    throw new UsageError(`outside the corpus: ${quote(name, 200)}; expected a path inside \`drills/\``)
  if (!counts(file))
    throw new UsageError(`no Markdown file: ${quote(name, 200)}; expected a name that ends in \`.md\``)
  const source = sourceOf(file, await io.input())
  const sources = [...workspace.sources.filter((other) => other.file !== file), source].sort((a, b) =>
    a.file < b.file ? -1 : 1,
  )
  return { workspace: { ...workspace, sources }, file }
}

async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments(args, options, 'lint')
  const format = formatOf(values.format)
  const maxWarnings = countOf(values['max-warnings'])
  let workspace = openWorkspace(io)
  let selected: ReadonlySet<string>
  if (values.stdin) {
    if (positionals.length > 0) throw new UsageError('`--stdin` takes no paths besides `--stdin-filename`')
    const replaced = await withInput(workspace, values['stdin-filename'], io)
    workspace = replaced.workspace
    selected = new Set([replaced.file])
  } else {
    if (values['stdin-filename'] !== undefined) throw new UsageError('`--stdin-filename` goes with `--stdin`')
    selected = await selectFiles(positionals, workspace, io)
  }
  const { diagnostics } = lint(lintInput(workspace, io), () => undefined)
  // A clash of two files stands on the later one, but concerns whoever lints the other.
  const wanted = ({ file, related = [] }: Diagnostic): boolean =>
    [file, ...related.map((other) => other.file)].some((name) => selected.has(name)) ||
    definitionFiles.includes(file) ||
    file === 'drills/redirects.yml'
  const found = diagnostics.filter(wanted)
  const summary = summarize(found, selected.size)
  const shown = values.quiet ? found.filter(({ severity }) => severity === 'error') : found
  const printed = reports[format]({
    diagnostics: shown,
    summary,
    ...view(
      workspace,
      values.output === undefined ? io : { ...io, terminal: false, columns: 80 },
      values['no-color'],
    ),
  })
  if (values.output === undefined) io.out(printed)
  else save(values.output, printed, workspace, io)
  if (maxWarnings !== undefined && summary.warnings > maxWarnings)
    io.talk(
      `drills: ${count(summary.warnings, 'warning')}, more than \`--max-warnings ${maxWarnings}\` allows\n`,
    )
  return exitCode(summary, maxWarnings)
}

export const lintCommand: Command = { summary: 'lint drills', help, run }
