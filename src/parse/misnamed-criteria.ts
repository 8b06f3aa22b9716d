import type { Link } from '../model/document.ts'
import type { Criterion, Drill } from '../model/drill.ts'
import { didYouMean } from '../text/did-you-mean.ts'
import { isOfAnswer } from './is-of-answer.ts'

/** With more of them, comparing each with each link would take long. */
const mostCriteria = 64

type Names = Pick<Drill, 'file' | 'headings' | 'links' | 'criteria' | 'evidence' | 'parts' | 'answer'>

/**
 * For each criterion of a drill that no phrase of the answer links to, the links of the answer that probably should:
 * their anchor is nearly its name and exists nowhere. Either the links are misspelt or the heading is.
 */
export function misnamedCriteria(drill: Names): Map<Criterion, Link[]> {
  const { file, headings, links, criteria, evidence } = drill
  const found = new Map<Criterion, Link[]>()
  if (criteria.length > mostCriteria) return found
  const claimed = new Set(
    evidence.flatMap(({ scope, criterion, allowed }) => (scope === 'drill' && allowed ? [criterion] : [])),
  )
  const free = new Map(criteria.flatMap((each) => (claimed.has(each.id) ? [] : [[each.id, each] as const])))
  if (free.size === 0) return found
  const anchors = new Set(headings.map(({ anchor }) => anchor))
  for (const link of links) {
    const { path, fragment } = link.target ?? {}
    if (path !== file || !fragment || anchors.has(fragment)) continue
    if (link.form === 'image' || link.form === 'definition' || !isOfAnswer(drill, link.section)) continue
    const meant = free.get(didYouMean(fragment, free.keys()) ?? '')
    if (meant) found.set(meant, [...(found.get(meant) ?? []), link])
  }
  return found
}
