import type { Finding } from '../diagnostic.ts'
import { definitionFix } from '../fix/definition.ts'
import type { Definitions, Drill, Evidence } from '../model.ts'
import { didYouMean, oneOf, quote } from '../words.ts'
import type { DrillRule } from './rule.ts'

function* claim(evidence: Evidence, { rubric, loop }: Definitions): Generator<Finding> {
  const { link, criterion, known, allowed, section, result } = evidence
  const ids = rubric.criteria.map(({ id }) => id)
  if (!known) {
    const meant = didYouMean(criterion, ids)
    const hint = meant ? `; did you mean \`${meant}\`?` : ''
    yield {
      at: link,
      message: `Unexpected ${criterion === '' ? 'link to the rubric without a criterion' : `criterion ${quote(criterion)}`}, expected ${oneOf(ids)}${hint}`,
      expected: meant ? [meant] : ids,
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
  if (result.rejected.length > 0) {
    yield {
      at: link,
      message: `Unexpected evidence for \`${criterion}\`: ${quote(link.text)} is ${result.rejected.join(' and ')}, expected the thing itself`,
    }
  }
  if (result.lacks.length > 0) {
    yield {
      at: link,
      message: `Unexpected evidence for \`${criterion}\`: ${quote(link.text)} is not enough, expected also ${result.lacks.join(' and ')}`,
      expected: result.lacks,
    }
  }
}

/** `[phrase][criterion]` without a definition: Markdown reads it as plain text. */
function* undefinedReferences(drill: Drill, { rubric }: Definitions): Generator<Finding> {
  const ids = rubric.criteria.map(({ id }) => id)
  for (const { start, end } of drill.prose) {
    for (const match of drill.text.slice(start, end).matchAll(/\[[^[\]]*\]\[([a-z][a-z-]*)\]/g)) {
      const meant = didYouMean(match[1] ?? '', ids)
      if (meant === undefined) continue
      const at = { start: start + match.index, end: start + match.index + match[0].length }
      const line = `[${match[1]}]: ../rubric.md#${meant}`
      yield {
        at,
        message: `Unexpected reference ${quote(match[0])} without a definition, expected the line \`${line}\` at the end of the file`,
        expected: [line],
        fix: definitionFix(drill.text, match[1] ?? '', `../rubric.md#${meant}`),
      }
    }
  }
}

export const rubricEvidence: DrillRule = {
  id: 'rubric-evidence',
  scope: 'drill',
  description:
    'evidence for an unknown criterion, in a place where it cannot be earned, or whose words fail its test',
  lenientInDrafts: true,
  *check(drill, definitions) {
    for (const evidence of drill.evidence) yield* claim(evidence, definitions)
    yield* undefinedReferences(drill, definitions)
  },
}
