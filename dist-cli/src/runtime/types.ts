/** The id of a drill. */
export type DrillId = string
/** The id of a criterion of the rubric. */
export type CriterionId = string
/** The id of a red flag of the rubric. */
export type RedFlagId = string
/** The id of a section. */
export type SectionId = string
/** The id of a point. */
export type PointId = string

/** What became of an id that an app has stored. */
export type Resolution<Id extends string = string> =
  | { readonly status: 'active'; readonly id: Id }
  | { readonly status: 'renamed'; readonly id: Id }
  | { readonly status: 'split'; readonly ids: readonly Id[]; readonly reason: string }
  | { readonly status: 'retired'; readonly reason: string }
  | { readonly status: 'unknown' }

/** What one version did to a drill. */
export interface UpgradeChange {
  readonly version: string
  readonly kind: 'added' | 'changed' | 'renamed' | 'split' | 'retired' | 'removed' | 'deprecated'
  /**
   * The fields of the drill that changed, such as `prompt`, `criteria.rollback-path` or `samples.hurried`; `rubric` where
   * the rubric judges otherwise than before.
   */
  readonly fields: readonly string[]
}

/** What happened to one stored id. */
export interface UpgradeEntry {
  /** The id as requested. */
  readonly id: string
  readonly resolution: Resolution<DrillId>
  /** Oldest first. */
  readonly changes: readonly UpgradeChange[]
}

/** A written answer: Markdown with the section headings, or text by section id. */
export type Answer = string | Readonly<Record<string, string>>

/** What grading needs to know of a drill. A whole drill will do. */
export interface GradedDrill {
  readonly kind: 'round' | 'incident' | 'question'
  readonly criteria: readonly { readonly id: string; readonly weight: number }[]
  /** When given, the ids of red flags are checked against them. */
  readonly redFlags?: readonly { readonly id: string }[]
}

/** What an assessment needs to know of a drill. A whole drill will do. */
export interface AssessedDrill<Id extends string = string> {
  readonly kind: GradedDrill['kind']
  readonly title?: string
  readonly topics?: readonly string[]
  readonly prompt?: { readonly markdown: string }
  readonly criteria?: readonly {
    readonly id: Id
    readonly title?: string
    readonly weight: number
    readonly met: { readonly markdown: string }
    readonly alsoMet?: readonly { readonly markdown: string }[]
    readonly cues: readonly string[]
  }[]
  readonly evidence?: readonly {
    readonly scope?: 'drill' | 'general'
    readonly criterion: string
    readonly text: string
  }[]
}

/** What a grading prompt says of a drill. A whole drill will do. */
export interface PromptedDrill extends GradedDrill {
  readonly title: string
  readonly prompt: { readonly markdown: string }
  readonly criteria: readonly {
    readonly id: string
    readonly title: string
    readonly weight: number
    readonly met: { readonly markdown: string }
    readonly partly?: { readonly markdown: string }
    readonly alsoMet: readonly { readonly markdown: string }[]
  }[]
  readonly redFlags: readonly { readonly id: string; readonly markdown: string }[]
}

/** How far a criterion is met. */
export type Verdict = 'met' | 'partly' | 'not'

/** Verdicts by the ids of criteria, the drill's and the general ones, and the ids of red flags that were raised. */
export interface Verdicts {
  readonly verdicts: Readonly<Record<string, Verdict>>
  readonly redFlags?: readonly string[]
}

/** A score of 100: the parts of the drill's criteria and of the general ones, and what red flags take off. */
export interface Score {
  /** A whole number from 0 to 100. */
  readonly total: number
  readonly criteria: number
  readonly general: number
  readonly redFlags: number
}

/** What is read from the reply of a person or a model that graded. */
export interface ReadVerdicts extends Required<Verdicts> {
  /** The answer's words behind each verdict and each red flag, by id. */
  readonly quotes: Readonly<Record<string, string>>
  /** What was not taken over, and why. */
  readonly refused: readonly { readonly id: string; readonly reason: string }[]
}

/** What an assessment may know besides the answer. */
export interface AssessOptions<Id extends string = string> {
  /** The drill that was answered. Without it only the general criteria are looked for. */
  readonly drill?: AssessedDrill<Id> | undefined
}

/** Where a sentence stands in the answer as it was given, in UTF-16 units. */
export interface Place {
  /** The name under which the text was given, where the answer is a record. */
  readonly section?: string
  readonly start: number
  readonly end: number
}

/** What an answer says of one criterion. */
export interface CriterionAssessment<Id extends string = string> {
  readonly id: Id
  /**
   * `found`: a sentence speaks of it. `denied`: one says the opposite, or that there is none. `missing`: none speaks of
   * it. `unread`: the answer is in another language than the drills.
   */
  readonly status: 'found' | 'denied' | 'missing' | 'unread'
  /** The sentence that says most of it, verbatim; of a missing general criterion the one that comes nearest. */
  readonly sentence?: string
  readonly at?: Place
  /** The words that tell, as they are written. */
  readonly matched?: readonly string[]
  /** What is missing, with accepted wording; general criteria only. */
  readonly lacks?: readonly string[]
}

/** Which points of a section an answer mentions, there or where it names no section. */
export interface SectionAssessment {
  readonly id: SectionId
  /** Those that the drill's kind requires, in order; empty where any point will do. */
  readonly points: readonly { readonly id: PointId; readonly mentioned: boolean }[]
}

/** A red flag whose declared test an answer fails. */
export interface RaisedRedFlag {
  readonly id: RedFlagId
  /** In words, with the figures that raised it. */
  readonly reason: string
}

/** Where an answer speaks of what the drill asks for. It finds places to look at and judges no quality. */
export interface Assessment<Id extends string = string> {
  /** The drill's own criteria, in order. */
  readonly criteria: readonly CriterionAssessment<Id>[]
  /** The general criteria that the drill's kind requires, in order. */
  readonly general: readonly CriterionAssessment<CriterionId>[]
  readonly sections: readonly SectionAssessment[]
  readonly redFlags: readonly RaisedRedFlag[]
  /** Whether the text hardly speaks of this drill. */
  readonly offTopic: boolean
  /** Whether the answer is in the language of the drills; of any other, nothing is read. */
  readonly language: 'drill' | 'other'
  /** The score that the found criteria would give if all of them were met. */
  readonly weight: { readonly found: number; readonly possible: number }
}
