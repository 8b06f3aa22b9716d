import { ownValue } from '../../text/own-value.ts'
import { wordSet } from '../../text/word-set.ts'

/** What can be converted. Counts of things, such as requests or GPUs, can't. */
export type Dimension = 'time' | 'data' | 'money'

/** One unit of a compound such as kbit/s. */
export interface UnitPart {
  readonly dimension: Dimension
  /** In seconds, bits or dollars. */
  readonly factor: number
  /** −1 below the line. */
  readonly sign: 1 | -1
}

const minute = 60
const hour = 3600
const day = 86_400
const byte = 8

const table: Readonly<Record<Dimension, Readonly<Record<string, number>>>> = {
  time: {
    ...each('ns nanosecond nanoseconds', 1e-9),
    ...each('µs μs us microsecond microseconds', 1e-6),
    ...each('ms msec millisecond milliseconds', 1e-3),
    ...each('s sec secs second seconds', 1),
    ...each('min mins minute minutes', minute),
    ...each('h hr hrs hour hours', hour),
    ...each('d day days', day),
    ...each('week weeks', 7 * day),
  },
  data: {
    ...each('bit bits', 1),
    ...each('kbit kb kilobit kilobits', 1e3),
    ...each('Mbit Mb megabit megabits', 1e6),
    ...each('Gbit Gb gigabit gigabits', 1e9),
    ...each('byte bytes B', byte),
    ...each('kB KB kilobyte kilobytes', byte * 1e3),
    ...each('MB megabyte megabytes', byte * 1e6),
    ...each('GB gigabyte gigabytes', byte * 1e9),
    ...each('TB terabyte terabytes', byte * 1e12),
    ...each('PB', byte * 1e15),
    ...each('KiB', byte * 2 ** 10),
    ...each('MiB', byte * 2 ** 20),
    ...each('GiB', byte * 2 ** 30),
    ...each('TiB', byte * 2 ** 40),
  },
  money: {
    ...each('USD EUR GBP CHF dollar dollars euro euros $ € £', 1),
    ...each('cent cents', 1e-2),
  },
}

/** Units that are always per second. */
const rates: Readonly<Record<string, readonly UnitPart[]>> = {
  ...frequency('Hz', 1),
  ...frequency('fps', 1),
  ...frequency('kHz', 1e3),
  ...frequency('MHz', 1e6),
  ...frequency('GHz', 1e9),
  ...dataRate('bps', 1),
  ...dataRate('kbps', 1e3),
  ...dataRate('Mbps', 1e6),
  ...dataRate('Gbps', 1e9),
}

function each(names: string, factor: number): Record<string, number> {
  return Object.fromEntries(names.split(' ').map((name) => [name, factor]))
}

function frequency(name: string, perSecond: number): Record<string, UnitPart[]> {
  return { [name]: [{ dimension: 'time', factor: 1 / perSecond, sign: -1 }] }
}

function dataRate(name: string, factor: number): Record<string, UnitPart[]> {
  return {
    [name]: [
      { dimension: 'data', factor, sign: 1 },
      { dimension: 'time', factor: 1, sign: -1 },
    ],
  }
}

/** The parts of a unit: of `ms`, `kHz`, `GPU-hours`. */
export function unitOf(word: string): readonly UnitPart[] | undefined {
  const rate = ownValue(rates, word)
  if (rate) return rate
  const name = word.includes('-') ? word.slice(word.lastIndexOf('-') + 1) : word
  for (const dimension of ['time', 'data', 'money'] as const) {
    const factor = ownValue(table[dimension], name)
    if (factor !== undefined) return [{ dimension, factor, sign: 1 }]
  }
  return undefined
}

const prepositions = wordSet('of for at in on from by with to as over within after before')

/**
 * The unit that words behind a number begin with.
 * @param label words and slashes: `tokens`, `/`, `s`
 */
export function readUnit(label: readonly string[]): UnitPart[] {
  const parts: UnitPart[] = []
  let below = false
  for (const [index, word] of label.entries()) {
    if (prepositions.has(word)) break
    const near = label.slice(index + 1, index + 3)
    const perNext = (word === 'a' || word === 'an' || word === 'each') && near.some((next) => unitOf(next))
    if (word === '/' || word === 'per' || word === 'every' || perNext) {
      below = true
      continue
    }
    for (const part of unitOf(word) ?? [])
      parts.push({ ...part, sign: below ? (-part.sign as 1 | -1) : part.sign })
  }
  return parts
}

/** Words behind a number that make it a fraction. */
export const shares: ReadonlyMap<string, number> = new Map([
  ...(['percent', 'percentage', 'points', 'point', 'pp'] as const).map((word) => [word, 0.01] as const),
  ['permille', 0.001],
  ['ppm', 1e-6],
])
