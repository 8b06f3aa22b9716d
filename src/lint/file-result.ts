import type { Diagnostic } from '../model/diagnostic.ts'
import type { Facts } from '../model/facts.ts'

/** What linting one file on its own gives. Plain data: it is cached, and exchanged between machines. */
export interface FileResult {
  readonly file: string
  readonly diagnostics: readonly Diagnostic[]
  /** Absent when the file could not be read. */
  readonly facts?: Facts
}

/** The same with the model of the file, where it could be read. */
export interface ModelResult<T> extends FileResult {
  readonly model?: T
}
