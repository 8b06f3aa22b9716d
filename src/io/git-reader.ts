import { byFile } from '../text/compare-text.ts'
import { isCorpusFile, isSkipped } from './corpus-file.ts'
import { gitRefusal } from './git-refusal.ts'
import { type Source, sourceOf } from './source.ts'

/** Reads commits of a repository. Runs no code of it and leaves the working tree alone. */
export interface GitReader {
  /**
   * Why git gives no commits of a repository, or can't compare its working tree with one, in its own words; undefined
   * when it does.
   */
  readonly refusal: (root: string, commit?: string) => string | undefined
  /** The hash of the commit that a name means; undefined when it means none. */
  readonly commitOf: (root: string, name: string) => string | undefined
  /** The best common ancestor of two commits. */
  readonly mergeBase: (root: string, a: string, b: string) => string | undefined
  /** The commits that changed a file, newest first, as far as this clone reaches back. */
  readonly commitsOf: (root: string, file: string) => string[]
  /** Files of the corpus at a commit, in code-unit order. */
  readonly sources: (root: string, commit: string) => Source[]
  /** Files below a folder at a commit, by their path from the root. */
  readonly list: (root: string, commit: string, folder: string) => string[]
  /** The text of a file at a commit. */
  readonly text: (root: string, commit: string, file: string) => string | undefined
  /**
   * Files that differ between a commit and the working tree, staged or not: new and deleted ones, both names of a
   * renamed one. The name of an untracked repository inside ends in `/`. Undefined when git can't tell.
   */
  readonly changed: (root: string, commit: string) => string[] | undefined
  /** First and last line of each stretch of a file in the working tree that differs from a commit. */
  readonly changedLines: (root: string, commit: string, file: string) => (readonly [number, number])[]
}

interface Entry {
  readonly mode: string
  readonly hash: string
  readonly file: string
}

const maxOutputBytes = 1 << 30

/** Runs git; undefined when it is missing or fails. */
function git(root: string, args: readonly string[], input?: string): Buffer | undefined {
  // Loading it takes 2 ms, and few runs ask git for anything.
  const { execFileSync } = process.getBuiltinModule('node:child_process')
  try {
    return execFileSync('git', ['--no-optional-locks', ...args], {
      cwd: root,
      maxBuffer: maxOutputBytes,
      stdio: ['pipe', 'pipe', 'ignore'],
      ...(input !== undefined && { input }),
    })
  } catch {
    return undefined
  }
}

/** Parts of an output that NUL separates. */
const namesIn = (output: Buffer | undefined): string[] =>
  output?.toString('utf8').split('\0').filter(Boolean) ?? []

/** Entries below a folder. Paths are relative to the root, which may be a folder of the repository. */
function entries(root: string, commit: string, folder: string): Entry[] {
  const listed = git(root, ['ls-tree', '-r', '-z', commit, '--', `${folder}/`])
  return namesIn(listed).map((line) => {
    const [, mode, hash, file] = /^(\d+) \w+ ([0-9a-f]+)\t(.*)$/s.exec(line) ?? []
    if (mode === undefined || hash === undefined || file === undefined)
      throw new Error(`unexpected line of git ls-tree: ${line}`)
    return { mode, hash, file }
  })
}

/** The bytes of objects, in the order given; undefined for one that this clone lacks. */
function readBlobs(root: string, hashes: readonly string[]): (Buffer | undefined)[] {
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
  // As in a folder: a link is a finding whatever its name, because it may lead to files to lint.
  const listed = entries(root, commit, 'drills').filter(
    (entry) => (isCorpusFile(entry.file) || !isRegular(entry)) && !entry.file.split('/').some(isSkipped),
  )
  const regular = listed.filter(isRegular)
  const blobs = readBlobs(
    root,
    regular.map(({ hash }) => hash),
  )
  const bytes = new Map(regular.map(({ file }, index) => [file, blobs[index]]))
  return listed
    .map((entry): Source => {
      const { file, mode } = entry
      const found = bytes.get(file)
      if (found) return sourceOf(file, found)
      if (isRegular(entry)) return { file, failure: 'file that this clone lacks' }
      return { file, failure: mode === '160000' ? 'repository' : 'symbolic link' }
    })
    .sort(byFile)
}

/** Keeps git from starting a file system monitor. */
const withoutMonitor = ['-c', 'core.fsmonitor=false']

/** The same diff whatever the settings of the machine: no other program, no colours, paths from the root. */
const plainDiff = [
  ...withoutMonitor,
  '--literal-pathspecs',
  'diff',
  '--no-ext-diff',
  '--no-textconv',
  '--no-color',
  '--no-renames',
  '--relative',
]

function changedFiles(root: string, commit: string): string[] | undefined {
  const tracked = git(root, [...plainDiff, '--name-only', '-z', commit, '--'])
  const untracked = git(root, [...withoutMonitor, 'ls-files', '--others', '--exclude-standard', '-z'])
  return tracked && untracked && [...new Set([...namesIn(tracked), ...namesIn(untracked)])].sort()
}

function changedLines(root: string, commit: string, file: string): (readonly [number, number])[] {
  const args = [...plainDiff, '--text', '--unified=0', '--inter-hunk-context=0', commit, '--', file]
  const output = git(root, args)?.toString('latin1') ?? ''
  return Array.from(output.matchAll(/^@@ -\S+ \+(\d+)(?:,(\d+))? @@/gm), ([, from = '', length = '1']) => {
    const first = Number(from)
    // Where lines were only deleted, the change is where their neighbors now meet.
    return length === '0' ? [Math.max(1, first), first + 1] : [first, first + Number(length) - 1]
  })
}

/** The hash that git printed. For a name such as `^main` it prints more than a hash. */
const hashOf = (output: Buffer | undefined): string | undefined =>
  /^[0-9a-f]{40,64}$/.exec(output?.toString('latin1').trim() ?? '')?.[0]

function commitsOf(root: string, file: string): string[] {
  const listed = git(root, ['log', '--format=%H %P', '--', file])?.toString('latin1').trim() ?? ''
  if (listed === '') return []
  // The first commit of a shallow clone seems to have changed everything.
  const isShallow = git(root, ['rev-parse', '--is-shallow-repository'])?.toString('latin1').trim() !== 'false'
  return listed.split('\n').flatMap((line) => {
    const [commit = '', parents = ''] = line.split(/ (.*)/)
    return isShallow && parents === '' ? [] : [commit]
  })
}

/** Reads through the git of this machine. */
export const gitReader: GitReader = {
  refusal: gitRefusal,
  commitOf: (root, name) =>
    hashOf(git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`])),
  commitsOf,
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
