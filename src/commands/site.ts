import path from 'node:path'
import type { Command, Io } from '../io/io.ts'
import { memoryFolder } from '../io/memory-folder.ts'
import { readFolder } from '../io/read-folder.ts'
import { toolchainRoot } from '../io/toolchain.ts'
import { UsageError } from '../io/usage-error.ts'
import { lintInput } from '../lint/lint-input.ts'
import { openWorkspace } from '../lint/workspace.ts'
import { summarize } from '../model/diagnostic.ts'
import { buildPackage } from '../package/build-package.ts'
import { assetsOf } from '../package/compile-corpus.ts'
import { bareIdentity } from '../package/identity/identity.ts'
import { siteAbout } from '../package/site-about.ts'
import { siteFiles } from '../package/site-files.ts'
import { printable } from '../report/printable.ts'
import { text } from '../report/text.ts'
import { quote } from '../text/quote.ts'
import { readArguments } from './flags/read-arguments.ts'
import { textView } from './output/text-view.ts'

const options = {
  port: { type: 'string', default: '4174' },
  'no-color': { type: 'boolean', default: false },
} as const

const help = `Usage: drills site [flags]

Lints, then serves the practice site with the published drills of this
repository, on this machine only, until Ctrl-C. With any error it serves
nothing. What changes in the drills shows when it is started again. What you
write stays in your browser, apart from that of every other repository; this
site is not kept for use offline.

  --port <n>  the port (4174); 0 for any that is free
  --no-color  no colours, also with NO_COLOR

Exit codes: 0 ended, 1 errors in the drills, 2 wrong usage or a port that is
taken, 3 an internal error.
`

function readPort(word: string): number {
  const port = /^\d{1,5}$/.test(word) ? Number(word) : Number.NaN
  if (port <= 65_535) return port
  throw new UsageError(`flag \`--port\` takes a whole number from 0 to 65535, not ${quote(word)}`)
}

/** The app without drills, which is built with the package of the tool. */
function readShell({ reader }: Pick<Io, 'reader'>): Map<string, Uint8Array> {
  const shell = readFolder(path.join(toolchainRoot, 'site/shell'), reader)
  if (!shell.has('index.html'))
    throw new UsageError(
      `the practice site is not built; run \`npm run site -- --shell\` in ${quote(toolchainRoot, 200)}`,
    )
  return shell
}

async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments(args, options, 'site')
  if (positionals.length > 0)
    throw new UsageError('`drills site` takes no paths: the site always shows all drills')
  const { serve, stopped } = io
  if (!serve || !stopped) throw new Error('this Io serves nothing')
  const port = readPort(values.port)
  const shell = readShell(io)
  const workspace = openWorkspace(io)
  const { root } = workspace
  const manifest = io.reader.readText(path.join(root, 'package.json'))
  const about = siteAbout(manifest, path.basename(root))
  const dist = memoryFolder()
  const surroundings = { identity: bareIdentity(about.name, about.version), assets: assetsOf(io) }
  const { diagnostics, drills } = await buildPackage(dist, lintInput(workspace, io), surroundings)
  if (diagnostics.length > 0) {
    const summary = summarize(diagnostics, workspace.sources.length)
    io.stdout(text({ diagnostics, summary, ...textView(workspace, io, values['no-color']) }))
  }
  if (drills === undefined) {
    io.stderr('drills: nothing is served, because of the errors above\n')
    return 1
  }
  if (drills === 0) io.stderr('drills: warning: no drill is published; drafts are not shown\n')
  // Before the address is printed: who reads it may end the site at once.
  const end = stopped()
  // A folder of its own per package: browsers keep what is written there apart.
  const { url, close } = await serve(siteFiles(shell, dist.files, about), { base: `/${about.name}/`, port })
  io.stdout(`The practice site: ${printable(url)}  (Ctrl-C ends)\n`)
  await end
  await close()
  return 0
}

export const command: Command = { help, run }
