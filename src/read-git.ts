import { execFileSync } from 'node:child_process'
import { counts, type Source, sourceOf } from './read.ts'

/** What of a repository's past is read: objects only. No code of it runs and the working tree is not touched. */
export interface PastReader {
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
}

interface Entry {
  readonly mode: string
  readonly hash: string
  readonly file: string
}

const most = 1 << 30

function git(root: string, args: readonly string[], input?: string): Buffer | undefined {
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

/** Bytes of objects, in the order asked. */
function blobs(root: string, hashes: readonly string[]): Buffer[] {
  if (hashes.length === 0) return []
  const output = git(root, ['cat-file', '--batch'], `${hashes.join('\n')}\n`) ?? Buffer.alloc(0)
  const found: Buffer[] = []
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf(0x0a, at)
    const size = Number(/ (\d+)$/.exec(output.toString('latin1', at, end))?.[1] ?? 0)
    found.push(output.subarray(end + 1, end + 1 + size))
    at = end + 1 + size + 1
  }
  return found
}

function readSources(root: string, commit: string): Source[] {
  const counted = entries(root, commit, 'drills').filter(({ file }) => counts(file) && !/\/\./.test(file))
  const regular = counted.filter(({ mode }) => mode.startsWith('100'))
  const bytes = new Map(
    blobs(
      root,
      regular.map(({ hash }) => hash),
    ).map((blob, index) => [regular[index]?.file, blob]),
  )
  return counted
    .map(({ file }): Source => {
      const found = bytes.get(file)
      return found ? sourceOf(file, found) : { file, failure: 'symbolic link' }
    })
    .sort((a, b) => (a.file < b.file ? -1 : 1))
}

/** Reads git objects with the git of this machine. */
export const gitReader: PastReader = {
  commitOf: (root, name) =>
    git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`])
      ?.toString('utf8')
      .trim(),
  mergeBase: (root, a, b) => git(root, ['merge-base', a, b])?.toString('utf8').trim(),
  sources: readSources,
  list: (root, commit, folder) =>
    entries(root, commit, folder)
      .map(({ file }) => file)
      .sort(),
  text: (root, commit, file) => git(root, ['show', `${commit}:./${file}`])?.toString('utf8'),
}
