// The measures of grading as Markdown tables.
const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

const percent = ({ found, all }) => (all === 0 ? '–' : `${Math.round((100 * found) / all)} % of ${all}`)
const named = ({ name, score }) => (score === 0 ? '0' : `${score} (${name})`)

/** Scores of texts whose worth is known, per drill. */
export const texts = (measures) =>
  table(
    ['drill', 'own answer', 'other drills', 'template or soup', 'no subject', 'denied'],
    measures.map(({ drill, own, foreign, template, nonsense, denied }) => [
      drill,
      String(own),
      named(foreign),
      named(template),
      named(nonsense),
      named(denied),
    ]),
  )

/** How much of what a person calls met, partly met and not met is found. */
export const found = (rates) =>
  table(
    ['split', 'criteria', 'found of met', 'of partly', 'of not', 'met or partly among the found'],
    rates.map(({ split, scope, met, partly, not }) => [
      split,
      scope,
      percent(met),
      percent(partly),
      percent(not),
      percent({ found: met.found + partly.found, all: met.found + partly.found + not.found }),
    ]),
  )

/** Scores of samples by level, per drill. */
export const levels = (measures) => {
  const scores = (samples, level) =>
    samples
      .filter((each) => each.level === level)
      .map(({ score, form }) => (form === 'spoken' ? `${score} spoken` : String(score)))
      .join(', ') || '–'
  return table(
    ['drill', 'weak', 'middling', 'strong'],
    measures.map(({ drill, samples }) => [
      drill,
      ...['weak', 'middling', 'strong'].map((level) => scores(samples, level)),
    ]),
  )
}

/** Scores of one content in several forms. */
export const forms = (measures) =>
  table(
    ['drill', 'sentences', 'notes', 'transcript'],
    measures
      .filter(({ forms: { sentences } }) => sentences !== undefined)
      .map(({ drill, forms: { sentences, notes, transcript } }) => [
        drill,
        ...[sentences, notes, transcript].map(String),
      ]),
  )

const kilobytes = (bytes) => `${Math.round(bytes / 1000)} kB`

/** What an app loads to assess. */
export const sizes = (files) =>
  table(
    ['file', 'as it is', 'gzip'],
    files.map(({ name, raw, gzip }) => [`\`${name}\``, kilobytes(raw), kilobytes(gzip)]),
  )
