import type { Root } from 'mdast'
import type { SubstanceResult } from '../rubric/substance.ts'
import type { Document, Item, Label, Link, Matter, Section } from './document.ts'
import type { DrillMatter } from './generated/authored/drill.ts'

export type Kind = DrillMatter['kind']

/** The folder of each kind of drill. */
export const folders: Readonly<Record<Kind, string>> = {
  round: 'rounds',
  incident: 'incidents',
  question: 'questions',
}

/** The declared part or section that a heading matches. */
export interface Claim {
  readonly section: Section
  readonly role: 'part' | 'section' | 'unknown'
  /** The declared id; for unknown headings their own. */
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

/** A phrase that links to the rubric and so claims to earn a criterion. */
export interface Evidence {
  readonly link: Link
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
  readonly evidence: readonly Evidence[]
  readonly tree: Root
}
