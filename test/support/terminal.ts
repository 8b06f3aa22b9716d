import { Dirent, mkdirSync, mkdtempSync, realpathSync, rmSync, type Stats, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { GlobOptions } from 'glob/raw'
import { onTestFinished } from 'vitest'
import { main } from '../../src/cli.ts'
import { fileReader, type Reader } from '../../src/io/file-reader.ts'
import { fileWriter } from '../../src/io/file-writer.ts'
import { gitReader } from '../../src/io/git-reader.ts'
import { globFiles } from '../../src/io/glob-files.ts'
import type { Io } from '../../src/io/io.ts'
import { type Files, paths, sources, valid } from './corpus.ts'
import { incidentSamples, roundSamples } from './samples.ts'

/** Where in-memory corpora stand. */
export const root = '/corpus'

/** What a command line printed and how it ended. */
export interface Ran {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** A file system that holds files of some absolute paths, as far as glob looks at it. */
function globbed(names: readonly string[]): NonNullable<GlobOptions['fs']> {
  const entry = (name: string, isFile: boolean): Dirent & Stats =>
    Object.assign(Object.create(Dirent.prototype), {
      name,
      isFile: () => isFile,
      isDirectory: () => !isFile,
    })
  const inside = (folder: string): Dirent[] => {
    const below = names.filter((name) => name.startsWith(`${folder}/`))
    const parts = below.map((name) => name.slice(folder.length + 1).split('/'))
    const kinds = new Map(parts.map(([name = '', ...rest]) => [name, rest.length === 0]))
    return Array.from(kinds, ([name, isFile]) => entry(name, isFile))
  }
  return {
    readdir: (folder, _, done) => done(null, inside(folder)),
    promises: { lstat: async (file) => entry(file, names.includes(file)) },
  }
}

/** Reads a corpus in memory, and files outside it by their absolute path. */
export function memoryReader(files: Files, others: Readonly<Record<string, string>> = {}): Reader {
  const all = sources(files)
  const names = [...all.map(({ file }) => path.posix.join(root, file)), ...Object.keys(others)]
  return {
    ...fileReader,
    findRoot: (from) => (from === root || from.startsWith(`${root}/`) ? root : undefined),
    readCorpus: () => all,
    readText: (file) => others[file],
    readBytes: (file) => (others[file] === undefined ? undefined : Buffer.from(others[file])),
    exists: (file) => {
      if (names.includes(file)) return 'file'
      return names.some((name) => name.startsWith(`${file}/`)) ? 'folder' : undefined
    },
    list: (folder) => {
      const below = names.filter((name) => name.startsWith(`${folder}/`))
      return [...new Set(below.map((name) => name.slice(folder.length + 1).replace(/\/.*/, '')))].sort()
    },
    glob: (folder, pattern) => globFiles(folder, pattern, globbed(names)),
    realPath: (file) => file,
  }
}

/** Runs a command line in this process. Without anything else it stands in the root of a valid corpus of three drills. */
export async function drills(args: readonly string[], io: Partial<Io> = {}): Promise<Ran> {
  let stdout = ''
  let stderr = ''
  const output = {
    env: io.env ?? {},
    stdout: (text: string) => {
      stdout += text
    },
    stderr: (text: string) => {
      stderr += text
    },
  }
  const code = await main(args, output, async () => ({
    ...output,
    cwd: root,
    reader: memoryReader(validFiles),
    writer: fileWriter,
    git: gitReader,
    input: async () => new Uint8Array(),
    terminal: false,
    columns: 80,
    ...io,
  }))
  return { code, stdout, stderr }
}

/** One valid drill of each kind. */
export const validDrills: Files = {
  [paths.round]: valid.round,
  [paths.incident]: valid.incident,
  [paths.question]: valid.question,
}

/** The same with the samples of the round and the incident. */
export const validFiles: Files = {
  ...validDrills,
  ...roundSamples(),
  ...incidentSamples(),
}

/** A new folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'drills-test-')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Puts files under a folder. */
export function put(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
}

/** A corpus on disk, with one valid round and its samples. */
export function corpusOnDisk(files: Readonly<Record<string, string>> = {}): string {
  const folder = temporaryFolder()
  put(folder, {
    [paths.loop]: valid.loop,
    [paths.rubric]: valid.rubric,
    [paths.round]: valid.round,
    ...roundSamples(),
    ...files,
  })
  return folder
}
