import { settings, systems, turns } from './vocabulary.mjs'

/** The anchor of a heading, and the id of what it names. */
export const slug = (text) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

/** Of ten drills five are rounds, four are incidents and one is a question. */
const kinds = 'round incident round incident round incident round incident round question'.split(' ')
const places = kinds.map((kind, index) => kinds.slice(0, index).filter((each) => each === kind).length)

function gcd(a, b) {
  return b === 0 ? a : gcd(b, a % b)
}

/** A stride that visits every number below `size` once and keeps neighbours far apart. */
function strideOf(size) {
  let stride = Math.floor(size * 0.618)
  while (gcd(stride, size) !== 1) stride += 1
  return stride
}

const shown = {
  round: (system, setting, turn) => `${system} for ${setting} ${turn}`,
  incident: (system, setting, turn) => `${system} at ${setting} ${turn}`,
  question: (system, setting, turn) => `${system} for ${setting} ${turn}`,
}

/**
 * What the drill at an index is about: no two indexes of a seed have the same title.
 * @throws RangeError when there are more drills than titles
 */
export function subjectOf(seed, index) {
  const kind = kinds[index % 10]
  const size = systems.length * settings.length * turns[kind].length
  const nth = Math.floor(index / 10) * kinds.filter((each) => each === kind).length + places[index % 10]
  if (nth >= size) throw new RangeError(`there are only ${size} different drills of kind ${kind}`)
  const number = (nth * strideOf(size) + (seed % size)) % size
  const [system, topic, component] = systems[number % systems.length]
  const setting = settings[Math.floor(number / systems.length) % settings.length]
  const turn = turns[kind][Math.floor(number / systems.length / settings.length)]
  const title = shown[kind](system.charAt(0).toUpperCase() + system.slice(1), setting, turn)
  const id = slug(title)
  return { kind, id, title, system, setting, topic, component, file: `drills/${kind}s/${id}.md` }
}
