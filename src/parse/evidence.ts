import { rubricFile } from '../model/definition-files.ts'
import type { Definitions } from '../model/definitions.ts'
import type { Document, Link } from '../model/document.ts'
import type { Drill, Evidence } from '../model/drill.ts'

/** The fragment of a link to the rubric; undefined for links to anything else. */
export function rubricFragment({ form, target }: Link): string | undefined {
  if (form === 'image' || form === 'definition') return undefined
  return target?.path === rubricFile ? (target.fragment ?? '') : undefined
}

type Structure = Pick<Drill, 'kind' | 'answer' | 'parts' | 'points'>

/** Every phrase that claims a criterion, with what the rubric says of its place and words. */
export function readEvidence(
  document: Document,
  structure: Structure,
  { rubric, loop }: Definitions,
): Evidence[] {
  const answer = [...structure.answer]
  const prose = loop.kinds[structure.kind].answer === 'prose'
  return document.links.flatMap((link) => {
    const fragment = rubricFragment(link)
    if (fragment === undefined || link.section === structure.parts.get('prompt')) return []
    const section = answer.find(([, each]) => each === link.section)?.[0]
    const inAnswer = section !== undefined || link.section === structure.parts.get('answer')
    if (!inAnswer && (fragment === '' || rubric.redFlags.some(({ id }) => id === fragment))) return []
    const criterion = rubric.criteria.find(({ id }) => id === fragment)
    const point = section && structure.points.get(section)?.find(({ item }) => item === link.item)?.id
    return [
      {
        link,
        criterion: fragment,
        isCriterion: criterion !== undefined,
        ...(section !== undefined && { section }),
        ...(point !== undefined && { point }),
        allowed:
          inAnswer && (prose || (section !== undefined && (criterion?.sections.includes(section) ?? false))),
        result: rubric.tests(fragment, link.text) ?? { lacks: [], rejected: [] },
      },
    ]
  })
}

/** Whether a claim earns its criterion. */
export function earns({ isCriterion, allowed, result }: Evidence): boolean {
  return isCriterion && allowed && result.lacks.length + result.rejected.length === 0
}
