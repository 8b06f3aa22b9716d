import { compilePattern, PatternError } from '../rubric/pattern.ts'
import { compileSubstance, type SubstanceTests } from '../rubric/substance.ts'
import { tokenize } from '../rubric/tokens.ts'
import { slug, title } from '../text/slug.ts'
import { wordFinder } from '../text/word-finder.ts'
import { vocabularyOf } from './components.ts'
import type { DefinitionDocument, Definitions, LoopPoint, LoopSection } from './definitions.ts'
import type { Document, Section } from './document.ts'
import type { PracticeLoopMatter } from './generated/authored/practice-loop.ts'
import type { RubricMatter } from './generated/authored/rubric.ts'

/** The heading that bears the name of a declared id. */
export function sectionOf(
  document: { readonly sections: readonly Section[] },
  id: string,
): Section | undefined {
  return document.sections.find(({ heading }) => heading.depth > 1 && heading.id === id)
}

const reading = <T>(compile: () => T): T | undefined => {
  try {
    return compile()
  } catch (error) {
    // A pattern that can't be read is a finding of rule `definitions`; here its test passes whatever it is given.
    if (error instanceof PatternError) return undefined
    throw error
  }
}

function loopSection(
  matter: PracticeLoopMatter['sections'][number],
  document: DefinitionDocument<PracticeLoopMatter>,
  lists: RubricMatter['lists'],
): LoopSection {
  const section = sectionOf(document, matter.id)
  const bullets = new Map(
    section?.items.flatMap((item) => (item.label ? [[item.label.id, item] as const] : [])),
  )
  const ids = new Set([...(matter.points?.round ?? []), ...(matter.points?.incident ?? [])])
  const declared = new Map<string, LoopPoint>()
  for (const id of ids) {
    const bullet = bullets.get(id)
    declared.set(id, { id, label: bullet?.label?.text ?? title(id), instruction: bullet?.text ?? '' })
  }
  const { reason: source, ...rest } = matter
  const reason = source === undefined ? undefined : reading(() => compilePattern(source, lists))
  const idsBySlug = new Map(
    [...declared.values()].flatMap(({ id, label }) => [[id, id] as const, [slug(label), id] as const]),
  )
  return {
    ...rest,
    idsBySlug,
    title: section?.heading.text ?? title(matter.id),
    declared,
    ...(reason && { reason: (text: string) => reason(tokenize(text)) > 0 }),
  }
}

/** What the definition documents say, ready for rules; undefined when one of them can't be used. */
export function readDefinitions(
  loop: DefinitionDocument<PracticeLoopMatter> | undefined,
  rubric: DefinitionDocument<RubricMatter> | undefined,
): Definitions | undefined {
  const { data: loopData } = loop?.matter ?? {}
  const { data: rubricData } = rubric?.matter ?? {}
  if (!loop || !rubric || !loopData || !rubricData) return undefined
  const everything: SubstanceTests = Object.assign(() => ({ lacks: [], rejected: [] }), { explain: () => [] })
  const named = [...rubricData.criteria, ...rubricData.redFlags]
  const anchorsOf = ({ file, headings }: Document): [string, ReadonlySet<string>] => [
    file,
    new Set(headings.map(({ anchor }) => anchor)),
  ]
  return {
    anchors: new Map([anchorsOf(loop), anchorsOf(rubric)]),
    loop: {
      ...loopData,
      vague: wordFinder(loopData.vagueWords),
      vocabulary: vocabularyOf(loopData.components),
      sections: loopData.sections.map((section) => loopSection(section, loop, rubricData.lists)),
    },
    rubric: {
      ...rubricData,
      titles: new Map(named.map(({ id }) => [id, sectionOf(rubric, id)?.heading.text ?? title(id)])),
      tests: reading(() => compileSubstance(rubricData)) ?? everything,
    },
  }
}
