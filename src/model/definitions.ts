import type { Root } from 'mdast'
import type { SubstanceTests } from '../rubric/substance.ts'
import type { Locate } from '../text/locator.ts'
import type { Span } from '../text/place.ts'
import type { Document, Matter } from './document.ts'
import type { PracticeLoopMatter } from './generated/authored/practice-loop.ts'
import type { RedirectsFile } from './generated/authored/redirects.ts'
import type { RubricMatter } from './generated/authored/rubric.ts'

export interface LoopPoint {
  readonly id: string
  readonly label: string
  readonly instruction: string
}

export type LoopSection = Omit<PracticeLoopMatter['sections'][number], 'reason'> & {
  readonly title: string
  readonly reason?: (text: string) => boolean
  /** Declared points of any kind, by id. */
  readonly declared: ReadonlyMap<string, LoopPoint>
  /** The ids of the declared points, by themselves and by the slugs of their labels. */
  readonly idsBySlug: ReadonlyMap<string, string>
}

/** What the definition documents say, ready for rules. */
export interface Definitions {
  /** The fragments of the definition documents, by their file. */
  readonly anchors: ReadonlyMap<string, ReadonlySet<string>>
  readonly loop: Omit<PracticeLoopMatter, 'sections'> & {
    /** Finds the declared vague words in a stretch of a text. */
    readonly vague: (text: string, within: Span) => readonly Span[]
    readonly sections: readonly LoopSection[]
    /** The names of the components as they would stand in the slug of a label. */
    readonly vocabulary: readonly { readonly id: string; readonly slugs: readonly string[] }[]
  }
  readonly rubric: RubricMatter & {
    readonly titles: ReadonlyMap<string, string>
    readonly tests: SubstanceTests
  }
}

export interface DefinitionDocument<T> extends Document {
  readonly matter: Matter<T>
  readonly tree: Root
}

export interface RedirectsDocument {
  readonly file: string
  readonly matter: Matter<RedirectsFile>
  readonly locate: Locate
}
