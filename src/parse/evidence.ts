import path from 'node:path'
import { rubricFile } from '../definition-files.ts'
import type { Definitions, Document, Drill, Evidence, Link } from '../model.ts'
import { relativeTarget } from './target.ts'

/** The fragment of a link to the rubric; undefined for links to anything else. */
export function rubricFragment(file: string, link: Link): string | undefined {
  if (link.form === 'image' || link.form === 'definition') return undefined
  const target = relativeTarget(file, link.url)
  return target && path.posix.normalize(target.path) === rubricFile ? (target.fragment ?? '') : undefined
}

type Structure = Pick<Drill, 'kind' | 'answer' | 'parts' | 'points'>

const sectionOf = (link: Link, answer: Drill['answer']): string | undefined =>
  [...answer].find(([, section]) => section === link.section)?.[0]

/** Every phrase that claims a criterion, with what the rubric says of its place and words. */
export function readEvidence(
  document: Document,
  structure: Structure,
  { rubric, loop }: Definitions,
): Evidence[] {
  const criteria = new Map(rubric.criteria.map((criterion) => [criterion.id, criterion]))
  const flags = new Set(rubric.redFlags.map(({ id }) => id))
  const prose = loop.kinds[structure.kind].answer === 'prose'
  return document.links.flatMap((link) => {
    const fragment = rubricFragment(document.file, link)
    if (fragment === undefined || link.section === structure.parts.get('prompt')) return []
    const section = sectionOf(link, structure.answer)
    const inAnswer = section !== undefined || link.section === structure.parts.get('answer')
    if (!inAnswer && (fragment === '' || flags.has(fragment))) return []
    const criterion = criteria.get(fragment)
    const point = section && structure.points.get(section)?.find(({ item }) => item === link.item)?.id
    return [
      {
        link,
        criterion: fragment,
        known: criterion !== undefined,
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
export function earns({ known, allowed, result }: Evidence): boolean {
  return known && allowed && result.lacks.length + result.rejected.length === 0
}
