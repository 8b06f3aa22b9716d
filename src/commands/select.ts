import path from 'node:path'
import type { Io } from '../command.ts'
import { UsageError } from '../usage.ts'
import { didYouMean, quote } from '../words.ts'
import type { Workspace } from './corpus.ts'

const isGlob = (word: string): boolean => /[*?[\]{}!]/.test(word)

async function matching(pattern: string, files: readonly string[]): Promise<string[]> {
  const { default: picomatch } = await import('picomatch')
  const matches = picomatch(pattern, { dot: true })
  return files.filter((file) => matches(file))
}

function missing(word: string, relative: string, files: readonly string[]): UsageError {
  const meant =
    didYouMean(relative, files) ??
    didYouMean(
      path.posix.basename(relative),
      files.map((file) => path.posix.basename(file)),
    )
  return new UsageError(
    `no such file or folder: ${quote(word, 200)}${meant === undefined ? '' : `; did you mean \`${meant}\`?`}`,
  )
}

/**
 * The files of a corpus that paths, folders or globs name; all of them without any.
 * @throws UsageError for a path that does not exist, lies outside the corpus, or matches nothing
 */
export async function selectFiles(
  words: readonly string[],
  { root, sources }: Workspace,
  { cwd, reader }: Io,
): Promise<ReadonlySet<string>> {
  const files = sources.map(({ file }) => file)
  if (words.length === 0) {
    if (files.length === 0) throw new UsageError('nothing to lint: the corpus is empty')
    return new Set(files)
  }
  const real = reader.findRoot(cwd) === undefined ? cwd : cwd
  const selected = new Set<string>()
  for (const word of words) {
    const relative = path.relative(root, path.resolve(real, word)).split(path.sep).join('/')
    const inside = files.filter(
      (file) => file === relative || relative === '' || file.startsWith(`${relative}/`),
    )
    const found = inside.length === 0 && isGlob(word) ? await matching(relative, files) : inside
    if (found.length === 0)
      throw outside(word, relative, reader.exists(path.join(root, relative)) !== undefined, files)
    for (const file of found) selected.add(file)
  }
  return selected
}

function outside(word: string, relative: string, exists: boolean, files: readonly string[]): UsageError {
  if (relative !== 'drills' && !relative.startsWith('drills/')) {
    if (exists)
      return new UsageError(`outside the corpus: ${quote(word, 200)}; expected a path inside \`drills/\``)
  }
  if (isGlob(word)) return new UsageError(`nothing matches ${quote(word, 200)}`)
  if (exists) return new UsageError(`nothing to lint in ${quote(word, 200)}`)
  return missing(word, relative, files)
}
