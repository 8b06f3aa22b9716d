import type { Readable, Writable } from 'node:stream'
import type { Reader } from './file-reader.ts'
import type { Writer } from './file-writer.ts'
import type { GitReader } from './git-reader.ts'
import type { serve } from './serve.ts'

/** Everything a command may touch outside its arguments; tests pass their own. */
export interface Io {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly reader: Reader
  readonly writer: Writer
  readonly git: GitReader
  /** Identifies this build of the tool, whose results others may not reuse; without it nothing is cached. */
  readonly toolchain?: () => string | undefined
  /** Results. */
  readonly stdout: (text: string) => void
  /** Messages and progress. */
  readonly stderr: (text: string) => void
  /** All of standard input. */
  readonly input: () => Promise<Uint8Array>
  /** Standard input and output for a command that holds a conversation; nothing else may write there meanwhile. */
  readonly streams?: () => { readonly input: Readable; readonly output: Writable }
  /** Settles on Ctrl-C, or when nobody reads the output any more. */
  readonly stopped?: () => Promise<unknown>
  /** Serves files on the loopback interface. */
  readonly serve?: typeof serve
  readonly terminal: boolean
  readonly columns: number
}

export interface Command {
  /** A function where the text needs more code than the command. */
  readonly help: string | (() => Promise<string>)
  /** Gives the exit code. */
  readonly run: (args: readonly string[], io: Io) => Promise<number>
}
