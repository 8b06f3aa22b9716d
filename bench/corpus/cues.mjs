import { pick } from './random.mjs'

/** How cues join two ideas, about as often as authors do. */
const joints = [
  ...Array(9).fill((one, other) => `${one} & ${other}`),
  ...Array(6).fill((one, other) => `${one} .. ${other}`),
  ...Array(4).fill((one, other) => `${one} ${other}`),
  (one, other, third) => `${one} & ${other} & ${third}`,
  (one, other, third) => `${one} & ${other} & !${third}`,
]

/** Cues of a criterion, each once: the one that its claim holds stands anywhere among them. */
export function cuesOf({ shown, first, second }, random, size) {
  const [ones, others] = [first.split(' '), second.split(' ')]
  const cues = new Set([shown])
  while (cues.size < size) {
    const [one, other, third] = [pick(random, ones), pick(random, others), pick(random, others)]
    if (one !== other && other !== third) cues.add(pick(random, joints)(one, other, third))
  }
  const [held, ...rest] = cues
  rest.splice(random(size), 0, held)
  return rest
}
