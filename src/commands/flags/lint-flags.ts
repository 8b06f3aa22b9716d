import { UsageError } from '../../io/usage-error.ts'
import { joinBase } from '../../lint/changed.ts'
import type { Shard } from '../../lint/shards.ts'
import { quote } from '../../text/quote.ts'
import { type CacheFlags, cacheOptions, readCacheFlags } from './cache-flags.ts'
import { readArguments } from './read-arguments.ts'
import { type ReportFlags, readReportFlags, reportOptions } from './report-flags.ts'

const options = {
  fix: { type: 'boolean', default: false },
  'fix-dry-run': { type: 'boolean', default: false },
  changed: { type: 'string' },
  watch: { type: 'boolean', default: false },
  stdin: { type: 'boolean', default: false },
  'stdin-filename': { type: 'string' },
  shard: { type: 'string' },
  'facts-only': { type: 'boolean', default: false },
  ...reportOptions,
  ...cacheOptions,
} as const

export const lintHelp = `Usage: drills lint [path…] [flags]

Lints files, folders or globs, by default all of drills/. Rules about the whole
corpus always see all of it.

  --fix                     fix what can be fixed automatically, then report the
                            rest; when one file can't be written, none is
  --fix-dry-run             print the fixes as a unified diff, write nothing
  --format <format>         how findings are printed: text (the default), json,
                            github (annotations), sarif or junit
  --output <file>           write them to a file instead of standard output
  --quiet                   print errors only
  --max-warnings <n>        exit with 1 when there are more warnings
  --changed [base]          only what differs from where the work branched off
                            base: origin/main or main, in a pull request on
                            GitHub the branch it goes to
  --watch                   lint again whenever a drill is saved, until Ctrl-C
  --stdin                   lint the text on standard input …
  --stdin-filename <path>   … as if it stood in this file
  --no-cache                lint everything, without cached results
  --cache-location <folder> where results are cached, so that only changes are
                            linted (node_modules/.cache/drills)
  --no-color                no colours, also with NO_COLOR
  --shard <i>/<n>           with --facts-only: one part of n of the drills, for
                            corpora that are linted on several machines …
  --facts-only              … and, instead of a report, what drills merge needs
                            to report on all parts together

--changed reports on new, renamed and edited files, committed or not; on files
that clash with them; and on what the change broke elsewhere, such as links to
a heading that it took out. With a change of practice-loop.md or rubric.md it
reports on everything.

In GitHub Actions annotations are added to the text, and a table to the summary
of the step.

Exit codes: 0 clean, 1 errors or too many warnings, 2 wrong usage, 3 an internal
error.
`

export interface LintFlags extends ReportFlags, CacheFlags {
  readonly paths: readonly string[]
  readonly fix: 'write' | 'show' | undefined
  /** The base as it was given, empty for the default one; undefined without the flag. */
  readonly changed: string | undefined
  readonly watch: boolean
  /** The file that standard input stands for. */
  readonly stdin: string | undefined
  /** The shard, when only facts are wanted. */
  readonly shard: Shard | undefined
}

function shardOf(word: string | undefined, factsOnly: boolean): Shard | undefined {
  if (word === undefined && !factsOnly) return undefined
  if (word === undefined) throw new UsageError('`--facts-only` goes with `--shard <i>/<n>`')
  if (!factsOnly)
    throw new UsageError('`--shard` goes with `--facts-only`: only all parts together have a verdict')
  const [, index, of] = /^(\d{1,4})\/(\d{1,4})$/.exec(word) ?? []
  const shard = { index: Number(index), of: Number(of) }
  if (shard.index >= 1 && shard.index <= shard.of) return shard
  throw new UsageError(`flag \`--shard\` takes a part of all, such as \`1/4\`, not ${quote(word)}`)
}

/** Refuses flags that don't go together: ignoring one of them silently would look like a verdict. */
function refuseClashes(flags: LintFlags): void {
  const { paths, fix, format, output, changed, watch, stdin, shard, quiet, maxWarnings } = flags
  // `--no-cache` is fine: facts are never cached.
  const more = [fix, changed, stdin, maxWarnings, flags.cacheLocation].some((flag) => flag !== undefined)
  if (shard && (more || watch || quiet || format !== 'text' || paths.length > 0))
    throw new UsageError('`--facts-only` goes with `--shard` and `--output` only')
  if (watch && stdin !== undefined) throw new UsageError('`--watch` does not go with `--stdin`')
  if (watch && output !== undefined) throw new UsageError('`--watch` does not go with `--output`')
  if (watch && format !== 'text') throw new UsageError('`--watch` goes with `--format text` only')
  if (watch && fix !== undefined)
    throw new UsageError(`\`--watch\` does not go with \`${fix === 'write' ? '--fix' : '--fix-dry-run'}\``)
  if (fix === 'show' && (format !== 'text' || output !== undefined))
    throw new UsageError('`--fix-dry-run` prints a diff: it goes with neither `--format` nor `--output`')
  if (stdin === undefined) return
  if (fix === 'write') throw new UsageError('`--fix` does not go with `--stdin`; `--fix-dry-run` does')
  if (paths.length > 0) throw new UsageError('`--stdin` takes no paths besides `--stdin-filename`')
  if (changed !== undefined) throw new UsageError('`--changed` does not go with `--stdin`')
}

/**
 * Reads the arguments of `drills lint`.
 * @param isBase whether a word after `--changed` is its value, rather than a path to lint
 * @throws UsageError naming the flag
 */
export function readLintFlags(args: readonly string[], isBase: (word: string) => boolean): LintFlags {
  const { values, positionals } = readArguments(joinBase(args, isBase), options, 'lint')
  const name = values['stdin-filename']
  if (values.stdin && name === undefined)
    throw new UsageError(
      positionals.length === 0
        ? '`--stdin` needs `--stdin-filename <path>`, the file that the text stands for'
        : '`--stdin` takes no paths besides `--stdin-filename`',
    )
  if (!values.stdin && name !== undefined) throw new UsageError('`--stdin-filename` goes with `--stdin`')
  if (values.fix && values['fix-dry-run']) throw new UsageError('`--fix` does not go with `--fix-dry-run`')
  const flags: LintFlags = {
    paths: positionals,
    fix: values.fix ? 'write' : values['fix-dry-run'] ? 'show' : undefined,
    changed: values.changed,
    watch: values.watch,
    stdin: values.stdin ? name : undefined,
    shard: shardOf(values.shard, values['facts-only']),
    ...readReportFlags(values),
    ...readCacheFlags(values),
  }
  refuseClashes(flags)
  return flags
}
