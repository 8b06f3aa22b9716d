// How alike an answer's sentences are to a drill's own evidence, by words: the way that was tried beside cue words.

const common = new Set(
  'a an the and or but of in on at to for from with by as is are was were be been it its this that these those we i you they our their not no so if when then than into over under per each every all any one'.split(
    ' ',
  ),
)

const stem = (word) =>
  /\d/.test(word) ? '#' : word.replace(/(?:ations?|ings?|ies|ed|es|ly|s)$/, '').slice(0, 8)

/** Word stems and pairs of neighbours. */
function grams(text) {
  const stems = (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter((word) => !common.has(word))
    .map(stem)
  return [...stems, ...stems.slice(1).map((word, index) => `${stems[index]} ${word}`)]
}

const sentences = (text) =>
  text
    .split(/(?<=[.!?])\s+|\n\s*(?:\n|[-*|\d])/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length > 20)

/** Makes the measure: cosine of weighted stems and pairs; what many drills say weighs little. */
export function similarity(drills) {
  const texts = drills.flatMap(({ evidence, sections = [] }) => [
    ...evidence.map(({ text }) => text),
    ...sections.flatMap(({ points }) => points.map(({ text }) => text)),
  ])
  const seen = new Map()
  for (const text of texts) for (const gram of new Set(grams(text))) seen.set(gram, (seen.get(gram) ?? 0) + 1)
  const weight = (gram) => Math.log((texts.length + 1) / ((seen.get(gram) ?? 0) + 1)) + 0.1
  const vector = (text) => new Map([...new Set(grams(text))].map((gram) => [gram, weight(gram)]))
  const length = (one) => Math.sqrt([...one.values()].reduce((sum, value) => sum + value * value, 0))
  const cosine = (one, other) => {
    const shared = [...one].reduce((sum, [gram, value]) => sum + value * (other.get(gram) ?? 0), 0)
    return shared === 0 ? 0 : shared / (length(one) * length(other))
  }
  return ({ answer, drill }, criterion) => {
    const wanted = drill.evidence
      .filter((each) => each.criterion === criterion)
      .map(({ text }) => vector(text))
    const found = sentences(answer).map(vector)
    return Math.max(0, ...wanted.flatMap((one) => found.map((other) => cosine(one, other))))
  }
}
