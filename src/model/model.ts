import type { Root } from 'mdast'
import type { SubstanceResult, SubstanceTests } from '../rubric/substance.ts'
import type { Locate } from '../text/locator.ts'
import type { Span } from './diagnostic.ts'
import type { DrillMatter } from './generated/authored/drill.ts'
import type { PracticeLoopMatter } from './generated/authored/practice-loop.ts'
import type { RedirectsFile } from './generated/authored/redirects.ts'
import type { RubricMatter } from './generated/authored/rubric.ts'
import type { RelativeTarget } from './target.ts'

export type Kind = DrillMatter['kind']

/** The folder of each kind of drill. */
export const folders: Readonly<Record<Kind, string>> = {
  round: 'rounds',
  incident: 'incidents',
  question: 'questions',
}

export interface Heading extends Span {
  readonly depth: number
  readonly text: string
  /** Kebab-case id of the text. */
  readonly id: string
  /** The fragment under which forges show it. */
  readonly anchor: string
  /** Whether it holds nothing but text and code. */
  readonly plain: boolean
}

export interface Label extends Span {
  readonly text: string
  readonly id: string
  readonly colon: 'inside' | 'outside' | 'missing'
}

/** A top-level list item of a section. */
export interface Item extends Span {
  readonly label?: Label
  /** Plain text, without the label. */
  readonly text: string
  readonly words: number
}

/** A heading and what stands under it, up to the next heading of any level. */
export interface Section {
  readonly heading: Heading
  readonly content: Span
  readonly text: string
  readonly words: number
  readonly items: readonly Item[]
  /** Paragraphs and other blocks that are no list. */
  readonly loose: readonly Span[]
}

export interface Link extends Span {
  readonly form: 'link' | 'reference' | 'definition' | 'autolink' | 'image'
  readonly url: string
  /** Undefined for an address that is not relative to the file. */
  readonly target: RelativeTarget | undefined
  readonly text: string
  readonly section: Section | undefined
  readonly item: Item | undefined
}

/** The text of a file, without its byte order mark. */
export interface SourceText {
  readonly file: string
  readonly text: string
  /** 1 where a byte order mark stood before the text, else 0. */
  readonly base: 0 | 1
}

/** A Markdown file, read once, with positions. */
export interface Document {
  readonly file: string
  readonly text: string
  readonly headings: readonly Heading[]
  readonly sections: readonly Section[]
  readonly links: readonly Link[]
  /** Stretches of author text, outside code and link targets. */
  readonly prose: readonly (Span & { readonly linked: boolean })[]
  /** Stretches of text and code, without the marks and link targets between them. */
  readonly wording: readonly Span[]
  /** 1 where a byte order mark stood before the text, else 0. */
  readonly base: 0 | 1
  readonly locate: Locate
}

/** Front matter with the place of each value. */
export interface Matter<T> {
  /** Undefined when the front matter is missing, broken or not as its schema says. */
  readonly data: T | undefined
  /** The value at a path, or the nearest thing that exists. */
  readonly at: (path: readonly (string | number)[]) => Span
  /** The key at a path, or the nearest thing that exists. */
  readonly keyAt: (path: readonly (string | number)[]) => Span
}

/** Which declared part or section a heading stands for. */
export interface Claim {
  readonly section: Section
  readonly role: 'part' | 'section' | 'unknown'
  /** The declared id; for unknown headings their own. */
  readonly id: string
  /** Whether the heading's text is the declared one. */
  readonly exact: boolean
}

/** Which declared point a labelled item stands for. */
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
  readonly known: boolean
  /** The id of the section of the answer it stands in. */
  readonly section?: string
  readonly point?: string
  /** Whether the criterion may be earned in that place. */
  readonly allowed: boolean
  readonly result: SubstanceResult
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
  /** The ids of the declared points by themselves and by the slugs of their labels. */
  readonly known: ReadonlyMap<string, string>
}

/** What the definition documents say, ready for rules. */
export interface Definitions {
  /** The fragments of the definition documents, by their file. */
  readonly anchors: ReadonlyMap<string, ReadonlySet<string>>
  readonly loop: Omit<PracticeLoopMatter, 'sections'> & {
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
