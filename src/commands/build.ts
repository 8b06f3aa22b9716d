import path from 'node:path'
import type { Command, Io } from '../io/io.ts'
import { UsageError } from '../io/usage-error.ts'
import { writeError } from '../io/write-error.ts'
import type { FolderDraft } from '../io/write-folder.ts'
import { lintInput } from '../lint/lint-input.ts'
import { openWorkspace } from '../lint/workspace.ts'
import { summarize } from '../model/diagnostic.ts'
import { type Built, buildPackage } from '../package/build-package.ts'
import { assetsOf } from '../package/compile-corpus.ts'
import { identityOf } from '../package/identity/identity-of.ts'
import { isPackageOfDrills } from '../package/manifest.ts'
import { text } from '../report/text.ts'
import { count } from '../text/grammar.ts'
import { quote } from '../text/quote.ts'
import { cacheOf, cacheOptions, memoizeReader, readCacheFlags } from './flags/cache-flags.ts'
import { readArguments } from './flags/read-arguments.ts'
import { textView } from './output/text-view.ts'

const options = {
  out: { type: 'string' },
  'no-color': { type: 'boolean', default: false },
  ...cacheOptions,
} as const

const help = `Usage: drills build [flags]

Lints, then writes the npm package. With any error it writes nothing and leaves
the old output as it was.

  --out <folder>             where the package goes (dist/ beside drills/); an
                             earlier package there is replaced whole
  --no-cache                 compile everything, without cached results
  --cache-location <folder>  where results are cached, so that only changes are
                             compiled (node_modules/.cache/drills)
  --no-color                 no colours, also with NO_COLOR

Exit codes: 0 written, 1 errors in the drills, 2 wrong usage, 3 an internal
error.
`

/** Undefined for what is no JSON. */
function jsonOf(text = ''): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A folder that a build may replace: none yet, empty, or an earlier package. */
function refuseForeign(out: string, root: string, { reader }: Io): void {
  const inside = path.relative(out, root)
  if (inside === '' || !inside.startsWith('..'))
    throw new UsageError(`\`--out\` can't be the folder that holds the drills: \`${out}\``)
  const fromDrills = path.relative(path.join(root, 'drills'), reader.realPath(out))
  if (!fromDrills.startsWith('..') && !path.isAbsolute(fromDrills))
    throw new UsageError(`\`--out\` lies inside \`drills/\`: ${quote(out, 200)}; expected a folder beside it`)
  const found = reader.exists(out)
  if (found === 'file') throw new UsageError(`\`--out\` is a file: \`${out}\``)
  if (found === undefined && reader.list(path.dirname(out)).includes(path.basename(out)))
    throw new UsageError(`\`--out\` is a link that leads nowhere: ${quote(out, 200)}`)
  if (found === undefined || reader.list(out).length === 0) return
  if (reader.exists(path.join(out, '.git')) !== undefined)
    throw new UsageError(
      `\`--out\` is a checkout of git, whose \`.git\` would be lost: ${quote(out, 200)}; expected a folder of its own`,
    )
  const isEarlier =
    isPackageOfDrills(jsonOf(reader.readText(path.join(out, 'package.json')))) &&
    reader.exists(path.join(out, 'catalog.json')) === 'file'
  if (!isEarlier)
    throw new UsageError(
      `\`--out\` holds something other than an earlier package: \`${out}\`; expected a new or an empty folder`,
    )
}

/** @throws UsageError for a folder that can't be written to */
async function buildInto(
  out: string,
  { writer }: Io,
  build: (folder: FolderDraft) => Promise<Built>,
): Promise<Built> {
  try {
    return await build(writer.openFolder(out))
  } catch (error) {
    throw writeError(error, `\`--out\` ${quote(out, 200)}`)
  }
}

async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments(args, options, 'build')
  if (positionals.length > 0)
    throw new UsageError('`drills build` takes no paths: the package always holds all drills')
  const workspace = openWorkspace(io)
  const out = values.out === undefined ? path.join(workspace.root, 'dist') : path.resolve(io.cwd, values.out)
  refuseForeign(out, workspace.root, io)
  const reader = memoizeReader(io.reader)
  const cache = cacheOf(readCacheFlags(values), workspace, { ...io, reader })
  const identity = identityOf(workspace.root, io)
  const { diagnostics, drills } = await buildInto(out, io, (folder) =>
    buildPackage(folder, lintInput(workspace, { reader }), { identity, assets: assetsOf(io) }, cache),
  )
  const summary = summarize(diagnostics, workspace.sources.length)
  if (diagnostics.length > 0)
    io.stdout(text({ diagnostics, summary, ...textView(workspace, io, values['no-color']) }))
  if (drills === undefined) {
    io.stderr('drills: nothing written, because of the errors above\n')
    return 1
  }
  io.stderr(`drills: wrote ${count(drills, 'drill')} to ${path.relative(io.cwd, out) || '.'}\n`)
  return 0
}

export const command: Command = { help, run }
