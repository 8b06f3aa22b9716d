import type { CorpusResult } from '../lint/corpus-rules.ts'
import type { CorpusModel } from '../model/corpus-model.ts'
import type { Definitions } from '../model/definitions.ts'
import type { Document } from '../model/document.ts'
import type { Drill } from '../model/drill.ts'
import type { DrillFacts } from '../model/facts.ts'

/** A corpus that is edited: every file is linted again only when it, or what it depends on, has changed. */
export interface Project {
  readonly root: string
  /** Reads the files again; those that are the same keep their results. */
  readonly refresh: () => void
  /** Puts the text of an open buffer in place of a file, or takes it back. */
  readonly put: (file: string, text: string | undefined) => void
  readonly isOpen: (file: string) => boolean
  /** Drills, samples and tracks whose results are out of date, the open ones first. */
  readonly stale: () => readonly string[]
  /** Whether every one of them has a result, though it may be out of date. */
  readonly complete: () => boolean
  readonly lint: (file: string) => void
  /** The findings of the whole corpus, from the current results. */
  readonly check: () => CorpusResult
  readonly definitions: () => Definitions | undefined
  readonly model: (file: string) => CorpusModel | undefined
  /** The drill of an id. */
  readonly drill: (id: string) => Drill | undefined
  /** Every drill that could be read, as of its last result. */
  readonly drills: () => readonly (Pick<DrillFacts, 'id' | 'title'> & { readonly file: string })[]
  readonly rubric: () => Document | undefined
  readonly loop: () => Document | undefined
  readonly exists: (file: string) => boolean
  /** Any Markdown file of the repository. */
  readonly document: (file: string) => Document | undefined
}
