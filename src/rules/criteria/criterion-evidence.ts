import type { Definitions } from '../../model/definitions.ts'
import type { Finding } from '../../model/diagnostic.ts'
import type { Link } from '../../model/document.ts'
import { type Criterion, type Drill, folders } from '../../model/drill.ts'
import { isOfAnswer } from '../../parse/is-of-answer.ts'
import { anchorFix } from '../../parse/misspelt-anchors.ts'
import { rubricSlips } from '../../parse/rubric-slips.ts'
import { quote } from '../../text/quote.ts'
import { strayIn } from './criterion-cues.ts'

/** The cues of a criterion as they are shown in a message. */
const shown = ({ cues }: Criterion): string =>
  cues
    .slice(0, 4)
    .map(({ source }) => quote(source))
    .join(', ')

/** A criterion whose name several links share but for a slip: the slip is in the heading, or in all of them. */
function misnamed({ id, section: { heading } }: Criterion, links: readonly Link[]): Finding {
  const [anchor = '', ...others] = new Set(links.map(({ target }) => `#${target?.fragment}`))
  const name =
    others.length === 0
      ? `the name that ${links.length} links have: ${quote(anchor)}`
      : 'the name that links have'
  return {
    at: heading,
    message: `Unexpected criterion ${quote(heading.text)} that no link leads to, expected ${name}, or \`#${id}\` in each of them`,
    related: links.map(({ start, end }) => ({ at: { start, end }, message: 'linked here' })),
  }
}

/**
 * Whether the answer shows a criterion met: a phrase that links to it and holds one of its cues.
 * @param misspelt links whose anchor is that of a criterion, misspelt
 * @param nearly links to no heading that probably mean this criterion: a single one is told where link targets are
 */
export function* criterionEvidence(
  criterion: Criterion,
  drill: Drill,
  misspelt: ReadonlyMap<Link, string>,
  nearly: readonly Link[] = [],
): Generator<Finding> {
  const { id, section, cues } = criterion
  if (!cues.some(({ pattern }) => pattern)) return
  const claims = drill.evidence.filter(
    (evidence) => evidence.scope === 'drill' && evidence.criterion === id && evidence.allowed,
  )
  const isTold = [...misspelt.values()].includes(id)
  if (claims.length === 0 && !isTold && nearly.length > 1) yield misnamed(criterion, nearly)
  else if (claims.length === 0 && !isTold && nearly.length === 0) {
    yield {
      at: section.heading,
      message: `Unexpected criterion ${quote(section.heading.text)} that no phrase of the answer meets, expected \`[words of the answer](#${id})\` with one of its cues: ${shown(criterion)}`,
    }
  }
  // Which words it lacks is known only when its cues are read.
  if (strayIn(criterion, drill.text)) return
  for (const { link, result } of claims) {
    if (result.lacks.length === 0) continue
    yield {
      at: { start: link.start, end: link.end },
      message: `Unexpected evidence for \`${id}\`: ${quote(link.text)} holds none of its cues, expected words like ${shown(criterion)}, or these words among the cues`,
      related: [{ at: section.heading, message: 'the criterion' }],
    }
  }
}

/** Links whose anchor is that of a criterion, misspelt. */
export function* misspeltLinks(drill: Drill, misspelt: ReadonlyMap<Link, string>): Generator<Finding> {
  for (const [link, id] of misspelt) {
    if (link.form === 'definition') continue
    const fix = anchorFix(drill, link, id)
    yield {
      at: { start: link.start, end: link.end },
      message: `Unexpected anchor ${quote(`#${link.target?.fragment}`)}, expected \`#${id}\``,
      expected: [`#${id}`],
      ...(fix.length > 0 && { fix }),
    }
  }
}

const drillFolders = Object.values(folders).map((folder) => `drills/${folder}/`)

/** Links of the answer to a heading of another drill: they prove nothing here. */
export function* foreignCriteria(drill: Drill, definitions: Definitions): Generator<Finding> {
  const own = drill.criteria.map(({ id }) => `\`#${id}\``)
  // A link that means the rubric is told of as one of its criteria.
  const slips = rubricSlips(drill, definitions)
  for (const link of drill.links) {
    const { start, end, form, target, section, url } = link
    if (slips.has(link)) continue
    if (form === 'definition' || !target?.fragment || !isOfAnswer(drill, section)) continue
    if (target.path === drill.file || !drillFolders.some((folder) => target.path.startsWith(folder))) continue
    const few = own.slice(0, 6).join(', ')
    yield {
      at: { start, end },
      message: `Unexpected link ${quote(url)} to a criterion of another drill, expected one of this drill${few === '' ? '' : `: ${few}`}`,
    }
  }
}
