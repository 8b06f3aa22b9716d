/** What became of an id that an app has stored. */
export type Resolution =
  | { readonly status: 'active'; readonly id: string }
  | { readonly status: 'renamed'; readonly id: string }
  | { readonly status: 'split'; readonly ids: readonly string[]; readonly reason: string }
  | { readonly status: 'retired'; readonly reason: string }
  | { readonly status: 'unknown' }

/** What one version did to a drill. */
export interface UpgradeChange {
  readonly version: string
  /** Such as `added`, `changed`, `renamed`, `deprecated`, `split`, `retired`. */
  readonly kind: string
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
  readonly resolution: Resolution
  /** Oldest first. */
  readonly changes: readonly UpgradeChange[]
}

/** A written answer: Markdown with the section headings, or text by section id. */
export type Answer = string | Readonly<Record<string, string>>

/** What an assessment may know besides the answer. */
export interface AssessOptions {
  /**
   * Narrows criteria and points to those that the drill's kind requires; sentences of its prompt count for nothing.
   * A whole drill will do.
   */
  readonly drill?:
    | {
        readonly kind: 'round' | 'incident' | 'question'
        readonly prompt?: { readonly markdown: string }
      }
    | undefined
}

/** How far one criterion is covered. */
export interface CriterionAssessment {
  readonly id: string
  readonly status: 'earned' | 'near' | 'missing'
  /** The sentence that earns it, or that is worth a look. */
  readonly sentence?: string
  /** What is missing, with accepted wording; absent when earned. */
  readonly lacks?: readonly string[]
}

/** Which points of a section an answer mentions, there or where it names no section. */
export interface SectionAssessment {
  readonly id: string
  /** Those that the drill's kind requires, in order; empty where any point will do. */
  readonly points: readonly { readonly id: string; readonly mentioned: boolean }[]
}

/** A red flag whose declared test an answer fails. */
export interface RaisedRedFlag {
  readonly id: string
  /** In words, with the figures that raised it. */
  readonly reason: string
}

/** How far an answer covers the rubric. Coverage, not quality. */
export interface Assessment {
  readonly criteria: readonly CriterionAssessment[]
  readonly sections: readonly SectionAssessment[]
  readonly redFlags: readonly RaisedRedFlag[]
  readonly weight: { readonly earned: number; readonly possible: number }
}
