const cache = new Map()

const decimals = (number) => /\.(\d+)/.exec(number)?.[1].length ?? 0

/** `{200..900/20}`: a number of that range in steps. */
function range(slot) {
  const [, low, high, step = '1'] = /^(\d[\d.]*?)\.\.([\d.]+?)(?:\/([\d.]+))?$/.exec(slot) ?? []
  if (low === undefined) return undefined
  const count = Math.floor((Number(high) - Number(low)) / Number(step) + 1e-9) + 1
  const digits = Math.max(decimals(low), decimals(step))
  const grouped = (value) => value.toFixed(digits).replace(/\B(?=(?:\d{3})+(?!\d|\.))/g, ',')
  return (random) => grouped(Number(low) + Number(step) * random(count))
}

/** `{one|another}`: one of them. `{name}`: a value of the drill. */
function choice(slot) {
  const options = slot.split('|')
  if (options.length > 1) return (random) => options[random(options.length)]
  return (_, values) => {
    if (values[slot] === undefined) throw new Error(`no value for {${slot}}`)
    return values[slot]
  }
}

function compile(template) {
  const parts = template
    .split(/\{([^{}]*)\}/)
    .map((part, index) => (index % 2 === 0 ? () => part : (range(part) ?? choice(part))))
  return (random, values) => parts.map((part) => part(random, values)).join('')
}

/** Fills the slots of a template. */
export function fill(template, random, values) {
  if (!cache.has(template)) cache.set(template, compile(template))
  return cache.get(template)(random, values)
}
