/** What a unit measures, and how many of what is counted in it makes. */
export type Unit = readonly [measure: string, factor: number]

// Each line is one measure, with every spelling of its units behind what one of them makes. Without a measure: a scale.
const lines = `
s, 1e-9 ns nanosecond nanoseconds, 1e-6 µs μs us microsecond microseconds, 1e-3 ms millisecond milliseconds
s, 1 s sec secs second seconds, 60 min mins minute minutes, 3600 h hr hrs hour hours, 86400 d day days, 604800 week weeks
month, 1 month months, 12 year years
%, 1 % percent pct
pp, 1 pp
x, 1 × x times fold
b, 1 b byte bytes, 1e3 kb, 1e6 mb, 1e9 gb, 1e12 tb, 1024 kib, 1048576 mib, 1073741824 gib
bit, 1 bit bits, 1e3 kbit, 1e6 mbit
bps, 1 bps, 1e3 kbps, 1e6 mbps
hz, 1 hz, 1e3 khz, 1e6 mhz, 1e9 ghz
db, 1 db
m, 1 m
°, 1 °
$, 1 $ usd dollar dollars
€, 1 € eur euro euros
£, 1 £ gbp pound pounds
, 100 hundred, 1e3 k thousand, 1e6 million, 1e9 bn billion`

/** Units by every spelling. */
export const units: ReadonlyMap<string, Unit> = new Map(
  lines
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [measure = '', ...groups] = line.split(', ')
      return groups.flatMap((group) => {
        const [factor, ...names] = group.split(' ')
        return names.map((name) => [name, [measure.replace(',', ''), Number(factor)]] as const)
      })
    }),
)

const counted = (text: string, first: number, step: number): [string, number][] =>
  text.split(' ').map((word, index) => [word, first + step * index])

const small =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen'

/** Number words below a hundred. */
export const numerals: ReadonlyMap<string, number> = new Map([
  ...counted(`${small} seventeen eighteen nineteen`, 1, 1),
  ...counted('twenty thirty forty fifty sixty seventy eighty ninety', 20, 10),
  ['dozen', 12],
])
