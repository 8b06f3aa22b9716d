import path from 'node:path'
import { rubricFile } from '../../model/definition-files.ts'
import type { Definitions } from '../../model/definitions.ts'
import type { Finding } from '../../model/diagnostic.ts'
import type { Link } from '../../model/document.ts'
import type { Drill, Evidence } from '../../model/drill.ts'
import { anchorFix, misspeltAnchors } from '../../parse/misspelt-anchors.ts'
import { proseWith } from '../../parse/prose.ts'
import { isTellingPath, rubricSlips, rubricUrl } from '../../parse/rubric-slips.ts'
import { didYouMean } from '../../text/did-you-mean.ts'
import type { Span } from '../../text/place.ts'
import { oneOf, quote } from '../../text/quote.ts'
import { sameName } from '../../text/same-name.ts'
import type { DrillRule } from '../rule.ts'
import { definitionFix } from './definition-fix.ts'
import { lacking, rejected } from './explanation.ts'

/** Words in brackets and a name in brackets, neither escaped nor a picture. */
const reference = /(?<![\\!])\[(?:[^[\]\\]|\\.)*\]\[([a-z][a-z-]*)\]/g

function* claim(
  evidence: Evidence,
  drill: Drill,
  { rubric, loop }: Definitions,
  misspelt: ReadonlyMap<Link, string>,
): Generator<Finding> {
  const { link, criterion, isCriterion, allowed, section, result, excepted } = evidence
  const ids = rubric.criteria.map(({ id }) => id)
  if (!isCriterion) {
    const meant = didYouMean(criterion, ids)
    const hint = meant ? `; did you mean \`${meant}\`?` : ''
    const slip = misspelt.get(link)
    const fix = slip === undefined ? [] : anchorFix(drill, link, slip)
    yield {
      at: link,
      message: `Unexpected ${criterion === '' ? 'link to the rubric without a criterion' : `criterion ${quote(criterion)}`}, expected ${oneOf(ids)}${hint}`,
      expected: meant ? [meant] : ids,
      ...(fix.length > 0 && { fix }),
    }
    return
  }
  const declared = rubric.criteria.find(({ id }) => id === criterion)
  if (!allowed && declared) {
    const titles = declared.sections.map((id) => loop.sections.find((each) => each.id === id)?.title ?? id)
    const here = section
      ? (loop.sections.find(({ id }) => id === section)?.title ?? section)
      : (link.section?.heading.text ?? 'this place')
    yield {
      at: link,
      message: `Unexpected evidence for \`${criterion}\` in ${quote(here)}, expected it in ${oneOf(titles)}`,
    }
    return
  }
  if (excepted || result.lacks.length + result.rejected.length === 0) return
  const parts = rubric.tests.explain(criterion, link.text)
  if (result.rejected.length > 0) {
    yield {
      at: link,
      message: `Unexpected evidence for \`${criterion}\`: ${quote(link.text)} is ${rejected(parts)}, expected the thing itself`,
    }
  }
  if (result.lacks.length > 0) {
    yield {
      at: link,
      message: `Unexpected evidence for \`${criterion}\`: ${quote(link.text)} is not enough, expected also ${lacking(result.lacks, parts)}`,
      expected: result.lacks,
    }
  }
}

/** Links that mean a criterion and lead to another file than the rubric. */
function* elsewhere(drill: Drill, definitions: Definitions): Generator<Finding> {
  for (const [link, id] of rubricSlips(drill, definitions)) {
    if (isTellingPath(link.url)) continue
    const url = rubricUrl(drill.file, id)
    yield {
      at: link,
      message: `Unexpected link ${quote(link.url)} that does not lead to the rubric, expected ${quote(url)}`,
      expected: [url],
    }
  }
}

interface Undefined {
  readonly at: Span
  readonly written: string
  /** The line that is missing. */
  readonly line: string
}

/** `[phrase][criterion]` without a definition: Markdown reads it as plain text. */
function undefinedReferences(drill: Drill, { rubric }: Definitions): Undefined[] {
  const stretches = [...proseWith(drill, /\]\[/)]
  if (stretches.length === 0) return []
  const ids = rubric.criteria.map(({ id }) => id)
  const target = path.posix.relative(path.posix.dirname(drill.file), rubricFile)
  return stretches.flatMap(({ start, end }) =>
    Array.from(drill.text.slice(start, end).matchAll(reference)).flatMap(
      ({ index, 0: written, 1: label = '' }) => {
        const meant = didYouMean(label, ids)
        // To define another name would make it two for one thing.
        if (meant === undefined || !sameName(label, meant)) return []
        const at = { start: start + index, end: start + index + written.length }
        return [{ at, written, line: `[${label}]: ${target}#${meant}` }]
      },
    ),
  )
}

function* undefinedIn(drill: Drill, definitions: Definitions): Generator<Finding> {
  const found = undefinedReferences(drill, definitions)
  if (found.length === 0) return
  const fix = definitionFix(drill, [...new Set(found.map(({ line }) => line))].sort())
  for (const { at, written, line } of found)
    yield {
      at,
      message: `Unexpected reference ${quote(written)} without a definition, expected the line \`${line}\` at the end of the file`,
      expected: [line],
      ...(fix.length > 0 && { fix }),
    }
}

export const rubricEvidence: DrillRule = {
  id: 'rubric-evidence',
  scope: 'drill',
  fixable: true,
  heuristic: true,
  description:
    'evidence for an unknown criterion, behind a link that misses the rubric, in a place where it cannot be earned, or whose words fail its test',
  lenientInDrafts: true,
  *check(drill, definitions) {
    const misspelt = misspeltAnchors(drill, definitions)
    for (const evidence of drill.evidence)
      if (evidence.scope === 'general') yield* claim(evidence, drill, definitions, misspelt)
    yield* elsewhere(drill, definitions)
    yield* undefinedIn(drill, definitions)
  },
}
