import { fileReader } from '../io/file-reader.ts'
import { fileWriter } from '../io/file-writer.ts'
import { gitReader } from '../io/git-reader.ts'
import type { Io } from '../io/io.ts'
import { openWorkspace } from '../lint/workspace.ts'
import type { Snapshot } from '../model/generated/history/published.ts'
import type { Changes } from '../model/generated/published/changes.ts'
import type { HistoryDocument } from '../model/history.ts'
import { readHistory } from '../parse/history.ts'

/** A release prints nothing: its scripts do. */
export const ioOf = (root: string): Io => ({
  cwd: root,
  env: {},
  reader: fileReader,
  writer: fileWriter,
  git: gitReader,
  stdout: () => undefined,
  stderr: () => undefined,
  input: async () => new Uint8Array(),
  terminal: false,
  columns: 80,
})

function usable<T>({ file, data, problem }: HistoryDocument<T>, missing: T): T {
  if (problem) throw new Error(`${file}:${problem.place.line}: ${problem.message}`)
  return data ?? missing
}

/**
 * What was published before.
 * @throws Error naming the first problem of a file
 */
export function historyOf(io: Io): { readonly last: Snapshot; readonly changes: Changes } {
  const { published, changes } = readHistory(openWorkspace(io).history)
  return { last: usable(published, { version: null, drills: {} }), changes: usable(changes, []) }
}
