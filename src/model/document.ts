import type { Locate } from '../text/locator.ts'
import type { Span } from '../text/place.ts'
import type { RelativeTarget } from './target.ts'

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
  /** `other`: a sign like a colon stands in its place, inside the bold. */
  readonly colon: 'inside' | 'outside' | 'missing' | 'other'
}

/** A top-level list item of a section. */
export interface Item extends Span {
  readonly label?: Label
  /** Plain text, without the label. */
  readonly text: string
  readonly words: number
  /** How many blocks it consists of: paragraphs, lists inside it. */
  readonly blocks: number
}

/** A heading and the content below it, up to the next heading of any level. */
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
  /** Code spans, with what stands between their marks. */
  readonly codes: readonly (Span & { readonly text: string })[]
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
