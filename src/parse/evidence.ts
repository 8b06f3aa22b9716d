import { rubricFile } from '../model/definition-files.ts'
import type { Definitions } from '../model/definitions.ts'
import type { Document, Link } from '../model/document.ts'
import type { Drill, Evidence } from '../model/drill.ts'

/** The fragment of a link to the rubric; undefined for links to anything else. */
export function rubricFragment({ form, target }: Link): string | undefined {
  if (form === 'image' || form === 'definition') return undefined
  return target?.path === rubricFile ? (target.fragment ?? '') : undefined
}

type Structure = Pick<Drill, 'kind' | 'answer' | 'parts' | 'points' | 'matter'>

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
  return document.links.flatMap((link) => {
    const fragment = rubricFragment(link)
    if (fragment === undefined || link.section === structure.parts.get('prompt')) return []
    const section = answer.find(([, each]) => each === link.section)?.[0]
    const inAnswer = section !== undefined || link.section === structure.parts.get('answer')
    if (!inAnswer && (fragment === '' || rubric.redFlags.some(({ id }) => id === fragment))) return []
    const criterion = rubric.criteria.find(({ id }) => id === fragment)
    const allowed =
      inAnswer && (prose || (section !== undefined && (criterion?.sections.includes(section) ?? false)))
    const result = rubric.tests(fragment, link.text) ?? { lacks: [], rejected: [] }
    const point = section && structure.points.get(section)?.find(({ item }) => item === link.item)?.id
    return [
      {
        link,
        criterion: fragment,
        isCriterion: criterion !== undefined,
        ...(section !== undefined && { section }),
        ...(point !== undefined && { point }),
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
