import type { Root } from 'mdast'
import type { Pattern } from '../rubric/pattern.ts'
import type { SubstanceResult } from '../rubric/substance.ts'
import type { Span } from '../text/place.ts'
import type { Document, Item, Label, Link, Matter, Section } from './document.ts'
import type { DrillMatter } from './generated/authored/drill.ts'

export type Kind = DrillMatter['kind']

/** The folder of each kind of drill. */
export const folders: Readonly<Record<Kind, string>> = {
  round: 'rounds',
  incident: 'incidents',
  question: 'questions',
}

/** The declared part or section that a heading matches, or that it is a criterion. */
export interface Claim {
  readonly section: Section
  readonly role: 'part' | 'section' | 'criterion' | 'unknown'
  /** The declared id; for criteria and unknown headings their own. */
  readonly id: string
  /** Whether the heading's text is the declared one. */
  readonly exact: boolean
}

/** The declared point that a labelled item matches. */
export interface PointClaim {
  readonly item: Item & { readonly label: Label }
  /** The declared id, otherwise the slug of the label. */
  readonly id: string
  readonly exact: boolean
}

/** The labels of a criterion's items, in the order in which they are written. */
export const criterionLabels = ['met', 'partly', 'also-met', 'cues', 'weight', 'revision'] as const
export type CriterionLabel = (typeof criterionLabels)[number]

/** A pattern that tells that a sentence speaks of a criterion. */
export interface Cue extends Span {
  readonly source: string
  /** Undefined when it can't be read, or matches almost anything; then `problem` says why. */
  readonly pattern?: Pattern
  /** What a phrase must hold for the pattern to be worth trying. */
  readonly needs?: readonly string[]
  readonly problem?: string
  /** What to write instead, where the problem tells. */
  readonly expected?: string
}

/** A criterion of the drill itself: a heading under `## Criteria` with its items. */
export interface Criterion {
  /** The slug of the heading, and its anchor. */
  readonly id: string
  readonly section: Section
  /** Its items by their labels; those with other labels, or none, are in no list. */
  readonly items: ReadonlyMap<CriterionLabel, readonly (Item & { readonly label: Label })[]>
  readonly cues: readonly Cue[]
  readonly weight: number
  readonly revision: number
}

/** A phrase that links to a criterion, of the rubric or of the drill, and so claims to earn it. */
export interface Evidence {
  readonly link: Link
  readonly scope: 'general' | 'drill'
  /** The fragment of the link, whether or not it is a criterion. */
  readonly criterion: string
  readonly isCriterion: boolean
  /** The id of its section of the answer. */
  readonly section?: string
  readonly point?: string
  /** Whether the criterion may be earned in that place. */
  readonly allowed: boolean
  readonly result: SubstanceResult
  /** Its words fail the test, and the drill says why they earn the criterion all the same. */
  readonly excepted: boolean
}

export interface Drill extends Document {
  /** File name without `.md`. */
  readonly name: string
  /** From the front matter, otherwise from the folder. */
  readonly kind: Kind
  readonly matter: Matter<DrillMatter>
  readonly claims: readonly Claim[]
  /** `##` parts by declared id: the first of each name. */
  readonly parts: ReadonlyMap<string, Section>
  /** `###` sections of the answer by declared id: the first of each name. */
  readonly answer: ReadonlyMap<string, Section>
  /** The labelled items of each section of the answer. */
  readonly points: ReadonlyMap<string, readonly PointClaim[]>
  readonly criteria: readonly Criterion[]
  readonly evidence: readonly Evidence[]
  readonly tree: Root
}
