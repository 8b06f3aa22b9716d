import type { PracticeLoop } from '../model/generated/published/practice-loop.ts'
import type { Rubric } from '../model/generated/published/rubric.ts'
import { readPhrase } from '../rubric/substance.ts'
import type { Token } from '../rubric/tokens.ts'
import { plain } from './plain.ts'
import { contentStems, stemOf } from './stems.ts'
import type { AssessedDrill } from './types.ts'
import type { Unit } from './units.ts'
import { wordsOfCue } from './word-index.ts'

/** The words by which a sentence is known to speak of a drill. */
export interface Subject {
  /**
   * How many different words of the drill a sentence holds, with what introduces it: own ones, which answers to other
   * drills have no reason to use, and any.
   */
  readonly wordsIn: (unit: Unit) => { readonly own: number; readonly any: number }
  /** Whether drill or rubric use a word at all. */
  readonly isKnown: (token: Token) => boolean
}

const stemsOf = (texts: readonly string[]): string[] =>
  texts.flatMap((text) => contentStems(readPhrase(plain(text)).tokens))

/** Stems of words that are common in the field: the rubric's lists, and the words of points and instructions. */
export function commonStems(
  { lists, common = '', criteria }: Rubric,
  { sections, components }: PracticeLoop,
): ReadonlySet<string> {
  return new Set(
    stemsOf([
      common,
      ...Object.values(lists).map((list) => list.replaceAll('*', '')),
      ...criteria.flatMap(({ title, text }) => [title, text.markdown]),
      ...components.flatMap(({ names }) => names),
      ...sections.flatMap(({ title, instruction, points }) => [
        title,
        instruction.markdown,
        ...points.flatMap(({ label, instruction: each, mention = '' }) => [
          label,
          each,
          mention.replaceAll('*', ''),
        ]),
      ]),
    ]),
  )
}

/** Collects the own words of a drill from its title, topics, prompt, and what meets its criteria. */
export function subjectOf(
  { title = '', topics = [], prompt, criteria = [], evidence = [] }: AssessedDrill,
  common: ReadonlySet<string>,
): Subject {
  const all = new Set(
    stemsOf([
      title,
      ...topics,
      prompt?.markdown ?? '',
      ...criteria.flatMap(({ met, alsoMet = [] }) => [met, ...alsoMet].map(({ markdown }) => markdown)),
      ...criteria.flatMap(({ cues }) => cues.map(wordsOfCue)),
      ...evidence.map(({ text }) => text),
    ]),
  )
  const own = new Set([...all].filter((stem) => !common.has(stem)))
  return {
    wordsIn: ({ phrase, introduced = phrase }) => {
      const held = [...new Set(contentStems(introduced.tokens))].filter((stem) => all.has(stem))
      return { own: held.filter((stem) => own.has(stem)).length, any: held.length }
    },
    isKnown: ({ text }) => all.has(stemOf(text)) || common.has(stemOf(text)),
  }
}
