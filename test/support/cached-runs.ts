import { type Dirent, lstatSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'vitest'
import { fileReader, type Reader } from '../../src/io/file-reader.ts'
import type { Io } from '../../src/io/io.ts'
import { drills, type Ran, temporaryFolder } from './terminal.ts'
import { beginning, placeAll } from './worlds.ts'

/** The folder of the cache, below a corpus. */
export const cacheFolder = 'node_modules/.cache/drills'
export const cacheFile: string = path.join(cacheFolder, 'results.json')

/** Runs a command line in a corpus on disk, as one build of the tool. */
export const run = (folder: string, args: readonly string[], io: Partial<Io> = {}): Promise<Ran> =>
  drills(args, { cwd: folder, reader: fileReader, toolchain: () => 'test 1', ...io })

/** A corpus on disk, as every world begins. */
export function newCorpus(): string {
  const folder = temporaryFolder()
  placeAll(folder, beginning)
  return folder
}

/** Every file below a folder with its bytes, and every folder that holds none. */
export function tree(folder: string): Record<string, string> {
  const all: readonly Dirent[] = readdirSync(folder, { recursive: true, withFileTypes: true })
  return Object.fromEntries(
    all
      .map((entry) => {
        const file = path.join(entry.parentPath, entry.name)
        return [path.relative(folder, file), entry.isFile() ? readFileSync(file, 'latin1') : ''] as const
      })
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}

/** Asserts that a run with a cache prints what one without prints, and gives that. */
export async function sameAsUncached(folder: string, ...more: readonly string[]): Promise<Ran> {
  const anew = await run(folder, ['lint', '--format=json', '--no-cache'])
  expect(await run(folder, ['lint', '--format=json', ...more])).toEqual(anew)
  return anew
}

/** The same of a build: what it says and every byte that it writes. */
export async function sameBuildAsUncached(folder: string): Promise<Ran> {
  const [anew, cached] = [path.join(folder, 'out/anew'), path.join(folder, 'out/cached')]
  const said = ({ code, stdout, stderr }: Ran): Ran => ({
    code,
    stdout,
    stderr: stderr.replace(/(?<=out\/)\w+/, ''),
  })
  const first = await run(folder, ['build', '--out', anew, '--no-cache'])
  const second = await run(folder, ['build', '--out', cached])
  expect(said(second)).toEqual(said(first))
  if (first.code === 0) expect(tree(cached)).toEqual(tree(anew))
  return first
}

/** Names of everything in the folder of the cache. */
export const cachedFiles = (folder: string): string[] => {
  const at = path.join(folder, cacheFolder)
  return lstatSync(at, { throwIfNoEntry: false }) ? readdirSync(at).sort() : []
}

/** A reader that records which files of the corpus are read. */
export function recordingReader(): { readonly reader: Reader; readonly read: string[] } {
  const read: string[] = []
  const reader: Reader = {
    ...fileReader,
    readCorpus: (root) =>
      fileReader.readCorpus(root).map((entry) =>
        'read' in entry
          ? {
              file: entry.file,
              read: () => {
                read.push(entry.file)
                return entry.read()
              },
            }
          : entry,
      ),
  }
  return { reader, read }
}
