import path from 'node:path'
import { escape as literally } from 'glob/raw'
import type { Io } from '../io/io.ts'
import { UsageError } from '../io/usage-error.ts'
import { didYouMean } from '../text/did-you-mean.ts'
import { quote } from '../text/quote.ts'
import type { Workspace } from './workspace.ts'

const isGlob = (word: string): boolean => /[*?[\]{}!]/.test(word)

/** Longest pattern that glob takes. No path of a system is as long. */
const maxPatternLength = 1 << 16

const isOutside = (relative: string): boolean => relative !== 'drills' && !relative.startsWith('drills/')

/** Turns a path argument into a path from the root of the corpus, with `/`. */
export function fromRoot(
  word: string,
  { root }: Pick<Workspace, 'root'>,
  { cwd, reader }: Pick<Io, 'cwd' | 'reader'>,
): string {
  const absolute = path.resolve(cwd, word)
  const within = (file: string): string => path.relative(root, file).split(path.sep).join('/')
  const relative = within(absolute)
  if (!relative.startsWith('..')) return relative
  // The argument may lead to the root through a link. Its last part stays: a link inside the corpus is a finding.
  return within(path.join(reader.realPath(path.dirname(absolute)), path.basename(absolute)))
}

/** Turns a path from the root of the corpus into one from the working directory. */
export function fromHere(
  file: string,
  { root }: Pick<Workspace, 'root'>,
  { cwd, reader }: Pick<Io, 'cwd' | 'reader'>,
): string {
  return path.relative(reader.realPath(cwd), path.join(root, file)).split(path.sep).join('/') || '.'
}

/** The same for a pattern: the folder it is given in stands for itself, even with brackets in its name. */
function patternFromRoot(word: string, workspace: Workspace, io: Io): string {
  const relative = fromRoot(word, workspace, io)
  const here = path.relative(workspace.root, io.reader.realPath(io.cwd)).split(path.sep).join('/')
  if (relative.startsWith('..') || here.startsWith('..') || path.isAbsolute(word)) return relative
  return path.posix.resolve('/', literally(here, { magicalBraces: true }), word).slice(1)
}

/** The files of the corpus that a pattern matches. */
async function matching(word: string, workspace: Workspace, io: Io): Promise<string[]> {
  const pattern = patternFromRoot(word, workspace, io)
  // Outside the root is nothing to find, but a whole disk to search.
  const isHopeless = pattern.startsWith('..') || pattern.length > maxPatternLength
  const matched = new Set(isHopeless ? [] : await io.reader.glob(workspace.root, pattern))
  return workspace.sources.map(({ file }) => file).filter((file) => matched.has(file))
}

const stem = (file: string): string => path.posix.basename(file).replace(/\.[^.]*$/, '')

/** The file or folder with the most similar name, preferably in the same folder. */
function nearest(relative: string, files: readonly string[]): string | undefined {
  const candidates = [...new Set(files.flatMap((file) => [file, path.posix.dirname(file)]))]
  const near = (file: string): boolean => path.posix.dirname(file) === path.posix.dirname(relative)
  const ordered = [...candidates.filter(near), ...candidates.filter((file) => !near(file))]
  const name = didYouMean(stem(relative), ordered.map(stem))
  return ordered.find((file) => stem(file) === name)
}

function complaint(word: string, relative: string, workspace: Workspace, io: Io): string {
  const shown = quote(word, 200)
  const exists = io.reader.exists(path.join(workspace.root, relative)) !== undefined
  if (exists && isOutside(relative)) return `outside the corpus: ${shown}; expected a path inside \`drills/\``
  if (exists) return `nothing to lint in ${shown}; expected Markdown files, or \`drills/redirects.yml\``
  if (isGlob(word)) return `nothing matches ${shown}; expected a pattern like \`drills/rounds/*.md\``
  const files = workspace.sources.map(({ file }) => file)
  const meant = nearest(relative, files)
  const hint =
    meant === undefined
      ? 'expected a path inside `drills/`'
      : `did you mean ${quote(fromHere(meant, workspace, io), 200)}?`
  return `no such file or folder: ${shown}; ${hint}`
}

/**
 * The files that paths, folders and globs select; all files without any.
 * @throws UsageError for a path that does not exist, lies outside the corpus, or matches nothing
 */
export async function selectFiles(
  words: readonly string[],
  workspace: Workspace,
  io: Io,
): Promise<ReadonlySet<string>> {
  const files = workspace.sources.map(({ file }) => file)
  if (words.length === 0) return new Set(files)
  const selected = new Set<string>()
  for (const word of words) {
    const relative = fromRoot(word, workspace, io)
    const inside = files.filter(
      (file) => file === relative || relative === '' || file.startsWith(`${relative}/`),
    )
    const found = inside.length === 0 && isGlob(word) ? await matching(word, workspace, io) : inside
    if (found.length === 0) throw new UsageError(complaint(word, relative, workspace, io))
    for (const file of found) selected.add(file)
  }
  return selected
}
