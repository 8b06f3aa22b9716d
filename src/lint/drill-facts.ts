import type { Definitions } from '../model/definitions.ts'
import type { Document, Link } from '../model/document.ts'
import type { Drill } from '../model/drill.ts'
import type { Facts, Target } from '../model/facts.ts'
import { itemIds } from '../model/item-ids.ts'
import type { RelativeTarget } from '../model/target.ts'
import { isAbout } from '../parse/evidence.ts'
import { misnamedCriteria } from '../parse/misnamed-criteria.ts'
import { misspeltAnchors } from '../parse/misspelt-anchors.ts'
import { rubricSlips } from '../parse/rubric-slips.ts'
import { exceptionFix } from '../rules/fixes/exception.ts'
import { packShingles, shingles } from '../text/shingles.ts'
import { title } from '../text/slug.ts'

type Answered = (target: RelativeTarget, link: Link) => boolean

/** Links that lead somewhere in the repository, but for those that are answered already. */
export function targetsOf({ links, locate }: Document, answered: Answered): Target[] {
  return links.flatMap((link) => {
    const { form, target, url } = link
    return target && form !== 'image' && form !== 'reference' && !answered(target, link)
      ? [{ ...target, url, place: locate(link) }]
      : []
  })
}

/** What corpus rules need to know of a definition document. */
export function documentFacts(document: Document): Facts {
  return {
    file: document.file,
    anchors: document.headings.map(({ anchor }) => anchor),
    targets: targetsOf(document, () => false),
  }
}

/** Whether an exception of one phrase is the first about a link that fails its test. */
function isUsed({ matter, evidence }: Drill, index: number): boolean {
  const phrases = (matter.data?.exceptions ?? []).map(({ phrase, reason = '' }) =>
    reason.trim() === '' ? undefined : phrase,
  )
  const about = phrases[index] ?? ''
  const first = phrases.findIndex((phrase) => phrase !== undefined && isAbout(phrase, about))
  return first === index && evidence.some(({ excepted, link }) => excepted && isAbout(about, link.text))
}

/**
 * What corpus rules need to know of a drill. Links that the drill itself or definition documents are known to answer, nine of ten, are left
 * out: facts of 100,000 drills are in memory at once.
 */
export function drillFacts(drill: Drill, definitions?: Definitions): Facts {
  const { matter, locate } = drill
  const anchors = drill.headings.map(({ anchor }) => anchor)
  // Rules about criteria tell of these.
  const told = new Set(
    [
      ...misspeltAnchors(drill, definitions).keys(),
      ...[...misnamedCriteria(drill).values()].flatMap((links) => (links.length > 1 ? links : [])),
      ...(definitions ? rubricSlips(drill, definitions).keys() : []),
      ...drill.evidence.flatMap(({ isCriterion, criterion, link }) =>
        isCriterion || criterion === '' ? [] : [link],
      ),
    ].map(({ url }) => url),
  )
  const answered: Answered = ({ path, fragment }, { url }) =>
    fragment !== undefined &&
    (told.has(url) ||
      (path === drill.file
        ? anchors.includes(fragment)
        : (definitions?.anchors.get(path)?.has(fragment) ?? false)))
  const heading = drill.headings.find(({ depth }) => depth === 1)
  const prompt = drill.parts.get('prompt')
  const fallback = heading ?? { start: 0, end: 0 }
  const { order, status = 'stable', difficulty, exceptions = [] } = matter.data ?? {}
  return {
    file: drill.file,
    anchors,
    targets: targetsOf(drill, answered),
    drill: {
      id: matter.data?.id ?? drill.name,
      kind: drill.kind,
      title: heading?.text ?? title(drill.name),
      status,
      ...(difficulty !== undefined && { difficulty }),
      ...(order !== undefined && { order }),
      criteria: drill.criteria.map(({ id }) => id),
      redFlags: itemIds(drill.parts.get('red-flags')?.items ?? []),
      shingles: packShingles(shingles(prompt?.text ?? '')),
      exceptions: exceptions.map(({ rule, reason = '', phrase }, index) => ({
        rule,
        reason,
        ...(phrase !== undefined && { phrase, used: isUsed(drill, index) }),
        place: locate(matter.at(['exceptions', index])),
        fix: exceptionFix(drill, index).map(({ start, end, text }) => ({
          start: start + drill.base,
          end: end + drill.base,
          text,
        })),
      })),
      places: {
        id: locate(matter.data ? matter.at(['id']) : fallback),
        title: locate(fallback),
        order: locate(order === undefined ? fallback : matter.at(['order'])),
        prompt: locate(prompt?.heading ?? fallback),
      },
    },
  }
}
