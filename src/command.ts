import type { Reader } from './read.ts'

/** Everything a command may touch outside its arguments; tests pass their own. */
export interface Io {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly reader: Reader
  /** The result. */
  readonly out: (text: string) => void
  /** Talk and progress. */
  readonly talk: (text: string) => void
  /** All of standard input. */
  readonly input: () => Promise<Uint8Array>
  readonly terminal: boolean
  readonly columns: number
}

export interface Command {
  readonly summary: string
  readonly help: string
  /** Gives the exit code. */
  readonly run: (args: readonly string[], io: Io) => Promise<number>
}
