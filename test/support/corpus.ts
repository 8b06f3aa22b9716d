import { readFileSync } from 'node:fs'
import type { Source } from '../../src/io/source.ts'
import { type LintResult, lint } from '../../src/lint/lint.ts'
import type { LintInput } from '../../src/lint/lint-input.ts'
import type { Diagnostic } from '../../src/model/diagnostic.ts'
import type { PublishedRedirects } from '../../src/model/generated/history/published.ts'
import type { HistoryTexts } from '../../src/model/history.ts'

const fixture = (name: string): string =>
  readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8')

/** Valid files to start from. They don't follow the live content. */
export const valid = {
  loop: fixture('practice-loop.md'),
  rubric: fixture('rubric.md'),
  round: fixture('round.md'),
  incident: fixture('incident.md'),
  question: fixture('question.md'),
} as const

/** File names that fit the valid files. */
export const paths = {
  loop: 'drills/practice-loop.md',
  rubric: 'drills/rubric.md',
  redirects: 'drills/redirects.yml',
  round: 'drills/rounds/voice-note-search.md',
  incident: 'drills/incidents/empty-search-results.md',
  question: 'drills/questions/what-is-recall.md',
} as const

/** Replaces words that must stand in the text exactly once. */
export function edit(text: string, from: string, to: string): string {
  if (text.split(from).length !== 2) throw new Error(`“${from}” stands ${text.split(from).length - 1} times`)
  return text.replace(from, () => to)
}

/** Files by name; the valid definition documents are added unless replaced, or left out with `undefined`. */
export type Files = Readonly<Record<string, string | Uint8Array | { readonly failure: string } | undefined>>

export interface World {
  /** What the last version held: the ids of its drills, and of the criteria of some, and its redirects. */
  readonly published?: {
    readonly ids: readonly string[]
    readonly criteria?: Readonly<Record<string, readonly string[]>>
    readonly redirects?: Partial<PublishedRedirects>
  }
  /** The history as text, in place of that. */
  readonly history?: HistoryTexts
  /** Files outside the corpus: path to anchors. */
  readonly outside?: Readonly<Record<string, readonly string[]>>
}

export const publishedDrill = {
  title: 'Published',
  status: 'stable',
  path: 'drills/rounds/published.md',
  digests: { prompt: '1:a', text: '1:b', substance: '1:c' },
  fields: {},
}

/** A history of which only the ids matter. */
export const historyOf = (
  ids: readonly string[],
  criteria: Readonly<Record<string, readonly string[]>> = {},
  redirects?: Partial<PublishedRedirects>,
): HistoryTexts => ({
  published: JSON.stringify({
    version: '0.1.0',
    drills: Object.fromEntries(
      ids.map((id) => [id, { ...publishedDrill, ...(criteria[id] && { criteria: criteria[id] }) }]),
    ),
    ...(redirects && { redirects: { renamed: {}, split: {}, retired: {}, criteria: {}, ...redirects } }),
  }),
  changes: '[]',
})

export function sources(files: Files): Source[] {
  const all: Files = { [paths.loop]: valid.loop, [paths.rubric]: valid.rubric, ...files }
  return Object.entries(all)
    .flatMap(([file, content]): Source[] => {
      if (content === undefined) return []
      if (typeof content === 'object' && 'failure' in content) return [{ file, failure: content.failure }]
      return [{ file, bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content }]
    })
    .sort((a, b) => (a.file < b.file ? -1 : 1))
}

/** What the linter reads of an in-memory corpus. */
export const inputOf = (
  files: Files,
  {
    published = { ids: [] },
    history = historyOf(published.ids, published.criteria, published.redirects),
    outside = {},
  }: World = {},
): LintInput => ({
  sources: sources(files),
  history,
  outside: (path) => outside[path],
})

/** Lints an in-memory corpus. */
export const lintFiles = (files: Files, world: World = {}): LintResult<undefined> =>
  lint(inputOf(files, world), () => undefined)

/** The valid drills have no samples: only who asks about that is told. */
export const lacksSamples = ({ rule, severity }: Diagnostic): boolean =>
  rule === 'samples' && severity === 'warning'

/** Every finding of an in-memory corpus but for samples that it lacks, or those of one rule. */
export function findings(files: Files, rule?: string, world: World = {}): readonly Diagnostic[] {
  return lintFiles(files, world).diagnostics.filter((found) =>
    rule === undefined ? !lacksSamples(found) : found.rule === rule,
  )
}

/** The words that a finding underlines. */
export function underlined(text: string, { line, column, endLine, endColumn }: Diagnostic): string {
  const lines = text.split(/(?<=\r\n|\n|\r(?!\n))/)
  const covered = lines.slice(line - 1, endLine)
  const last = covered.length - 1
  return covered
    .map((part, index) =>
      part.slice(index === 0 ? column - 1 : 0, index === last ? endColumn - 1 : undefined),
    )
    .join('')
}
