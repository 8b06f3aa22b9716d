import type { Place } from '../text/place.ts'
import type { DefinitionDocument, Definitions, RedirectsDocument } from './definitions.ts'
import type { Edit } from './diagnostic.ts'
import type { Kind } from './drill.ts'
import type { DrillMatter } from './generated/authored/drill.ts'
import type { PracticeLoopMatter } from './generated/authored/practice-loop.ts'
import type { RubricMatter } from './generated/authored/rubric.ts'
import type { SampleMatter } from './generated/authored/sample.ts'
import type { TrackMatter } from './generated/authored/track.ts'
import type { History } from './history.ts'
import type { RelativeTarget } from './target.ts'

export interface Target extends RelativeTarget {
  readonly url: string
  readonly place: Place
}

/** What corpus rules may know of a file. Plain data. */
export interface Facts {
  readonly file: string
  readonly anchors: readonly string[]
  readonly targets: readonly Target[]
  readonly drill?: DrillFacts
  readonly sample?: SampleFacts
  readonly track?: TrackFacts
}

/** What corpus rules may know of a sample answer. */
export interface SampleFacts {
  readonly name: string
  /** Undefined where it stands in no folder of a drill. */
  readonly folder?: string
  /** Absent when its front matter can't be used. */
  readonly matter?: SampleMatter
  readonly places: {
    readonly drill: Place
    readonly verdicts: Place
    /** Of each verdict's criterion, and of each red flag, in order. */
    readonly criteria: readonly Place[]
    readonly redFlags: readonly Place[]
  }
}

/** What corpus rules may know of a track. */
export interface TrackFacts {
  /** Empty where it has none. */
  readonly title: string
  /** Absent when its front matter can't be used. */
  readonly matter?: TrackMatter
  readonly places: {
    readonly id: Place
    readonly order: Place
    readonly title: Place
    /** Of each id in the list, in order. */
    readonly drills: readonly Place[]
  }
}

export interface DrillFacts {
  readonly id: string
  readonly kind: Kind
  readonly title: string
  readonly status: NonNullable<DrillMatter['status']>
  /** Absent when its front matter can't be used. */
  readonly difficulty?: DrillMatter['difficulty']
  readonly order?: number
  /** Ids of its own criteria and red flags, in order. */
  readonly criteria: readonly string[]
  readonly redFlags: readonly string[]
  /** Of the prompt, packed. */
  readonly shingles: string
  readonly exceptions: readonly {
    readonly rule: string
    readonly reason: string
    /** The only words for which it silences the rule. */
    readonly phrase?: string
    /** Whether some link with these words needs it. */
    readonly used?: boolean
    readonly place: Place
    /** Takes it out of the file. */
    readonly fix: readonly Edit[]
  }[]
  readonly places: {
    readonly id: Place
    readonly title: Place
    readonly order: Place
    readonly prompt: Place
  }
}

/** Everything that corpus rules see. */
export interface Corpus {
  readonly facts: readonly Facts[]
  /** Ids, by file name, of drills that could not be read: they are broken, not gone. */
  readonly unread: readonly string[]
  readonly loop: DefinitionDocument<PracticeLoopMatter> | undefined
  readonly rubric: DefinitionDocument<RubricMatter> | undefined
  readonly redirects: RedirectsDocument | undefined
  readonly history: History
  /** Files that the change at hand touches, as far as it is known. */
  readonly recent: ReadonlySet<string>
  readonly definitions: Definitions | undefined
  /** Anchors of a Markdown file outside the corpus, an empty list for another file, undefined for none. */
  readonly outside: (path: string) => readonly string[] | undefined
}
