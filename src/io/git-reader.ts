import { isCorpusFile, isSkipped } from './corpus-file.ts'
import { type Source, sourceOf } from './source.ts'

/** What of a repository's past is read. No code of it runs and the working tree is not touched. */
export interface GitReader {
  /** The commit that a name means; undefined when it means none. */
  readonly commitOf: (root: string, name: string) => string | undefined
  /** The best common ancestor of two commits. */
  readonly mergeBase: (root: string, a: string, b: string) => string | undefined
  /** Files of the corpus at a commit, in the order of code units. */
  readonly sources: (root: string, commit: string) => Source[]
  /** Files below a folder at a commit, by their path from the root. */
  readonly list: (root: string, commit: string, folder: string) => string[]
  /** The text of a file at a commit. */
  readonly text: (root: string, commit: string, file: string) => string | undefined
  /**
   * Files that differ between a commit and the working tree, staged or not, new and deleted ones included; both names
   * of a renamed one. A repository inside that git knows nothing of ends in `/`. Undefined when git can't tell.
   */
  readonly changed: (root: string, commit: string) => string[] | undefined
  /** The first and last lines of the stretches of a file in the working tree that differ from a commit. */
  readonly changedLines: (root: string, commit: string, file: string) => (readonly [number, number])[]
}

interface Entry {
  readonly mode: string
  readonly hash: string
  readonly file: string
}

const most = 1 << 30

function git(root: string, args: readonly string[], input?: string): Buffer | undefined {
  // Not at the start: to load it takes 2 ms, and most runs ask git for nothing.
  const { execFileSync } = process.getBuiltinModule('node:child_process')
  try {
    return execFileSync('git', ['--no-optional-locks', ...args], {
      cwd: root,
      maxBuffer: most,
      stdio: ['pipe', 'pipe', 'ignore'],
      ...(input !== undefined && { input }),
    })
  } catch {
    return undefined
  }
}

/** Entries below a folder; paths are relative to the root, which may be a folder of the repository. */
function entries(root: string, commit: string, folder: string): Entry[] {
  const listed = git(root, ['ls-tree', '-r', '-z', commit, '--', `${folder}/`])?.toString('utf8') ?? ''
  return listed.split('\0').flatMap((line) => {
    const match = /^(\d+) \w+ ([0-9a-f]+)\t(.*)$/s.exec(line)
    return match ? [{ mode: match[1] ?? '', hash: match[2] ?? '', file: match[3] ?? '' }] : []
  })
}

/** Bytes of objects, in the order asked; undefined for one that this clone lacks. */
function blobs(root: string, hashes: readonly string[]): (Buffer | undefined)[] {
  if (hashes.length === 0) return []
  const output = git(root, ['cat-file', '--batch'], `${hashes.join('\n')}\n`) ?? Buffer.alloc(0)
  const found: (Buffer | undefined)[] = []
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf(0x0a, at)
    const size = / (\d+)$/.exec(output.toString('latin1', at, end))?.[1]
    at = end + 1
    found.push(size === undefined ? undefined : output.subarray(at, at + Number(size)))
    if (size !== undefined) at += Number(size) + 1
  }
  return found
}

const isRegular = ({ mode }: Entry): boolean => mode.startsWith('100')

function readSources(root: string, commit: string): Source[] {
  // As in a folder: a link is a finding whatever its name, because it may stand for files that count.
  const counted = entries(root, commit, 'drills').filter(
    (entry) => (isCorpusFile(entry.file) || !isRegular(entry)) && !entry.file.split('/').some(isSkipped),
  )
  const regular = counted.filter(isRegular)
  const bytes = new Map(
    blobs(
      root,
      regular.map(({ hash }) => hash),
    ).map((blob, index) => [regular[index]?.file, blob]),
  )
  return counted
    .map((entry): Source => {
      const { file, mode } = entry
      const found = bytes.get(file)
      if (found) return sourceOf(file, found)
      const failure = mode === '160000' ? 'repository' : 'symbolic link'
      return { file, failure: isRegular(entry) ? 'file that this clone lacks' : failure }
    })
    .sort((a, b) => (a.file < b.file ? -1 : 1))
}

const noMonitor = ['-c', 'core.fsmonitor=false']

/** Whatever the settings of the machine say: no other program, no renames, no colours, names from the root. */
const plainDiff =
  `${noMonitor.join(' ')} --literal-pathspecs diff --no-ext-diff --no-textconv --no-color --no-renames --relative`.split(
    ' ',
  )

const names = (output: Buffer): string[] => output.toString('utf8').split('\0').filter(Boolean)

function changedFiles(root: string, commit: string): string[] | undefined {
  const known = git(root, [...plainDiff, '--name-only', '-z', commit, '--'])
  const others = git(root, [...noMonitor, 'ls-files', '--others', '--exclude-standard', '-z'])
  return known && others && [...new Set([...names(known), ...names(others)])].sort()
}

function changedLines(root: string, commit: string, file: string): (readonly [number, number])[] {
  const args = [...plainDiff, '--text', '--unified=0', '--inter-hunk-context=0', commit, '--', file]
  const output = git(root, args)?.toString('latin1') ?? ''
  return Array.from(output.matchAll(/^@@ -\S+ \+(\d+)(?:,(\d+))? @@/gm), ([, from = '', length = '1']) => {
    const first = Number(from)
    // Where lines were only taken away, the change is what now meets there.
    return length === '0' ? [Math.max(1, first), first + 1] : [first, first + Number(length) - 1]
  })
}

/** The hash that git printed. A name such as `^main` is understood too, and gives more than a hash. */
const hashOf = (output: Buffer | undefined): string | undefined =>
  /^[0-9a-f]{40,64}$/.exec(output?.toString('latin1').trim() ?? '')?.[0]

/** Reads git objects with the git of this machine. */
export const gitReader: GitReader = {
  commitOf: (root, name) =>
    hashOf(git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`])),
  mergeBase: (root, a, b) => hashOf(git(root, ['merge-base', a, b])),
  sources: readSources,
  list: (root, commit, folder) =>
    entries(root, commit, folder)
      .map(({ file }) => file)
      .sort(),
  text: (root, commit, file) => git(root, ['cat-file', 'blob', `${commit}:./${file}`])?.toString('utf8'),
  changed: changedFiles,
  changedLines,
}
