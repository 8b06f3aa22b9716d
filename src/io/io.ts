import type { Readable, Writable } from 'node:stream'
import type { Threads } from '../lint/threads.ts'
import type { Reader } from './file-reader.ts'
import type { Writer } from './file-writer.ts'
import type { GitReader } from './git-reader.ts'

/** Everything a command may touch outside its arguments; tests pass their own. */
export interface Io {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly reader: Reader
  readonly writer: Writer
  readonly git: GitReader
  /** Those that may share the work; without them one thread does it all. */
  readonly threads?: () => Promise<Threads>
  /** Tells this toolchain from any other that may find something else; without it nothing is remembered. */
  readonly toolchain?: () => string | undefined
  /** Results. */
  readonly stdout: (text: string) => void
  /** Messages and progress. */
  readonly stderr: (text: string) => void
  /** All of standard input. */
  readonly input: () => Promise<Uint8Array>
  /** Both ends of a conversation, for the command that holds one; nothing else is written there meanwhile. */
  readonly streams?: () => { readonly input: Readable; readonly output: Writable }
  /** Settles when the person ends the command (Ctrl-C), or nobody reads its output any more. */
  readonly stopped?: () => Promise<unknown>
  readonly terminal: boolean
  readonly columns: number
}

export interface Command {
  /** A function where the text takes more to load than the command itself. */
  readonly help: string | (() => Promise<string>)
  /** Gives the exit code. */
  readonly run: (args: readonly string[], io: Io) => Promise<number>
}
