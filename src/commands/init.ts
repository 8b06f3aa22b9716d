import path from 'node:path'
import type { Command, Io } from '../io/io.ts'
import { UsageError } from '../io/usage-error.ts'
import { writeError } from '../io/write-error.ts'
import { printable } from '../report/printable.ts'
import { packageNameOf } from '../text/package-name.ts'
import { oneOf, quote } from '../text/quote.ts'
import { readArguments } from './flags/read-arguments.ts'
import { repositoryFiles } from './init/repository-files.ts'

const help = `Usage: drills init [folder]

Writes a repository for drills of your own: a practice loop and a rubric, a first
drill, a workflow and a private package.json with the name of the folder. Nothing
is overwritten; the paths of the new files are printed.

  [folder]  where to write it (.); it may be new

Exit codes: 0 written, 2 wrong usage or something in the way, 3 an internal
error.
`

/** What stands where a file, or a folder above it, has to go. */
function obstacle(folder: string, file: string, { reader }: Io): string | undefined {
  const parts = file.split('/')
  for (const index of parts.keys()) {
    const name = parts.slice(0, index + 1).join('/')
    const absolute = path.join(folder, name)
    const [found, last] = [reader.exists(absolute), index === parts.length - 1]
    // A link that leads nowhere is there too.
    const there = found !== undefined || reader.list(path.dirname(absolute)).includes(path.basename(absolute))
    if (!there) return undefined
    // Other drills might not agree with the new ones; through a link files would end up elsewhere.
    const usable = !last && name !== 'drills' && found === 'folder' && reader.realPath(absolute) === absolute
    if (!usable) return name
  }
  return undefined
}

function refuse(folder: string, shown: string, files: readonly string[], io: Io): void {
  const { reader } = io
  if (reader.exists(folder) === 'file')
    throw new UsageError(`${quote(shown, 200)} is a file; expected a folder`)
  const root = reader.findRoot(folder)
  if (root !== undefined && path.relative(root, folder).split(path.sep)[0] === 'drills')
    throw new UsageError(
      `${quote(shown, 200)} is among the drills of another repository; choose a folder outside \`drills/\``,
    )
  const found = [...new Set(files.flatMap((file) => obstacle(folder, file, io) ?? []))].sort()
  if (found.length > 0)
    throw new UsageError(
      `nothing is overwritten, and in ${quote(shown, 200)} there is already ${oneOf(found, 'and')}; move them away, or choose a new folder`,
    )
}

/** A path as a word of a shell, which must not look like a flag. */
function word(name: string): string {
  const shown = name.startsWith('-') ? `./${name}` : name
  return /^[\w./-]+$/.test(shown) ? shown : `'${shown.replaceAll("'", "'\\''")}'`
}

async function run(args: readonly string[], io: Io): Promise<number> {
  const { positionals } = readArguments(args, {}, 'init')
  const [given = '.', extra] = positionals
  if (extra !== undefined)
    throw new UsageError(`unexpected word ${quote(extra)} after the folder; put a name with blanks in quotes`)
  if (given === '') throw new UsageError('the folder has no name')
  const folder = io.reader.realPath(path.resolve(io.cwd, given))
  const files = repositoryFiles(packageNameOf(path.basename(folder)), io)
  const names = files.map((file) => file.path)
  refuse(folder, given, names, io)
  try {
    io.writer.createTexts(folder, files)
  } catch (error) {
    throw writeError(error, `into ${quote(given, 200)}`)
  }
  for (const name of names) io.stdout(`${printable(path.join(given, name))}\n`)
  const steps = [
    ...(folder === io.reader.realPath(io.cwd) ? [] : [`cd ${word(given)}`]),
    ...(io.reader.exists(path.join(folder, '.git')) === undefined ? ['git init -b main'] : []),
    'npm install',
    'npm run lint',
    'npm run site',
  ]
  io.stderr(
    `drills: wrote ${files.length} files; next:\n${steps.map((step) => `  ${printable(step)}\n`).join('')}`,
  )
  return 0
}

export const command: Command = { help, run }
