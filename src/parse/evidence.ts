import { rubricFile } from '../model/definition-files.ts'
import type { Definitions } from '../model/definitions.ts'
import type { Document, Link } from '../model/document.ts'
import type { Criterion, Drill, Evidence } from '../model/drill.ts'
import { cuesIn } from '../rubric/cue.ts'
import { type ReadPhrase, readPhrase } from '../rubric/substance.ts'

/** The fragment of a link to the rubric; undefined for links to anything else. */
export function rubricFragment({ form, target }: Link): string | undefined {
  if (form === 'image' || form === 'definition') return undefined
  return target?.path === rubricFile ? (target.fragment ?? '') : undefined
}

type Structure = Pick<Drill, 'kind' | 'answer' | 'parts' | 'points' | 'criteria' | 'matter'>
type Place = Pick<Evidence, 'section' | 'point'> & { readonly inAnswer: boolean }

/** The criterion of the drill that a link leads to: one with an anchor in the same file. */
export function ownCriterion(
  { form, target }: Link,
  { file, criteria }: { readonly file: string; readonly criteria: readonly Criterion[] },
): Criterion | undefined {
  if (form === 'image' || form === 'definition' || target?.path !== file) return undefined
  return criteria.find(({ id }) => id === target.fragment)
}

/** Whether a sentence holds any cue of a criterion. */
export const speaksOf = ({ cues }: Criterion, phrase: ReadPhrase): boolean =>
  cuesIn(phrase, cues).next().done === false

/** A phrase that claims a criterion of the drill: it is believed when it holds one of the cues. */
function ownEvidence(link: Link, criterion: Criterion, { inAnswer, ...place }: Place): Evidence {
  const spoken = speaksOf(criterion, readPhrase(link.text))
  return {
    link,
    scope: 'drill',
    criterion: criterion.id,
    isCriterion: true,
    ...place,
    allowed: inAnswer,
    result: { lacks: spoken ? [] : ['one of its cues'], rejected: [] },
    excepted: false,
  }
}

/** The rule whose exceptions are read here: what they except earns its criterion. */
const rule = 'rubric-evidence'

const passes = ({ lacks, rejected }: Evidence['result']): boolean => lacks.length + rejected.length === 0

/** Words as they are compared: however they are broken into lines. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Whether an exception is about these linked words. */
export const isAbout = (phrase: string, words: string): boolean => oneLine(phrase) === oneLine(words)

/** Every phrase that claims a criterion, with what the rubric says of its place and words. */
export function readEvidence(
  document: Document,
  structure: Structure,
  { rubric, loop }: Definitions,
): Evidence[] {
  const answer = [...structure.answer]
  const prose = loop.kinds[structure.kind].answer === 'prose'
  const excepted = (structure.matter.data?.exceptions ?? []).flatMap(({ rule: id, phrase, reason = '' }) =>
    id === rule && phrase !== undefined && reason.trim() !== '' ? [phrase] : [],
  )
  const placeOf = (link: Link): Place => {
    const section = answer.find(([, each]) => each === link.section)?.[0]
    const point = section && structure.points.get(section)?.find(({ item }) => item === link.item)?.id
    return {
      inAnswer: section !== undefined || link.section === structure.parts.get('answer'),
      ...(section !== undefined && { section }),
      ...(point !== undefined && { point }),
    }
  }
  return document.links.flatMap((link): Evidence[] => {
    if (link.section === structure.parts.get('prompt')) return []
    const own = ownCriterion(link, { file: document.file, criteria: structure.criteria })
    if (own) return [ownEvidence(link, own, placeOf(link))]
    const fragment = rubricFragment(link)
    if (fragment === undefined) return []
    const { inAnswer, ...place } = placeOf(link)
    const { section } = place
    if (!inAnswer && (fragment === '' || rubric.redFlags.some(({ id }) => id === fragment))) return []
    const criterion = rubric.criteria.find(({ id }) => id === fragment)
    const allowed =
      inAnswer && (prose || (section !== undefined && (criterion?.sections.includes(section) ?? false)))
    const result = rubric.tests(fragment, link.text) ?? { lacks: [], rejected: [] }
    return [
      {
        link,
        scope: 'general',
        criterion: fragment,
        isCriterion: criterion !== undefined,
        ...place,
        allowed,
        result,
        excepted:
          criterion !== undefined &&
          allowed &&
          !passes(result) &&
          excepted.some((phrase) => isAbout(phrase, link.text)),
      },
    ]
  })
}

/** Whether a claim earns its criterion. */
export function earns({ isCriterion, allowed, result, excepted }: Evidence): boolean {
  return isCriterion && allowed && (excepted || passes(result))
}
