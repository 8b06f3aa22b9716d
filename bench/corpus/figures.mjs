// Worked figures: calculations that are right for whatever numbers are drawn.
const grouped = (number) => {
  const [whole, decimals] = String(number).split('.')
  return `${whole.replace(/\B(?=(?:\d{3})+$)/g, ',')}${decimals ? `.${decimals}` : ''}`
}

const isWhole = (number) => Math.abs(number - Math.round(number)) < 1e-9

/** `= 12` where that is exact, `≈ 12.3` where it is not. */
const result = (number) =>
  isWhole(number) ? `= ${grouped(Math.round(number))}` : `≈ ${grouped(Number(number.toPrecision(3)))}`

const times = (...factors) =>
  `${factors.map(grouped).join(' × ')} ${result(factors.reduce((product, each) => product * each))}`
const over = (one, other) => `${grouped(one)} ÷ ${grouped(other)} ${result(one / other)}`

/** Every item takes `draw(low, high, step)`. */
export const figures = [
  (draw) => {
    const [sessions, minutes] = [draw(20_000, 90_000, 1000), draw(3, 9)]
    const total = sessions * minutes
    return `**Streams:** ${times(sessions, minutes)} stream-minutes a day. Spread over 1,440 minutes that is ${over(total, 1440)} concurrent streams, and an assumed threefold peak makes ${over(total * 3, 1440)}.`
  },
  (draw) => {
    const [streams, each] = [draw(200, 900, 20), draw(20, 60, 5)]
    return `**Accelerators:** at an assumed ${each} streams per GPU the peak needs ${grouped(streams)} ÷ ${each} = ${Math.ceil(streams / each)} (rounded up), and one zone in three may be lost, so the fleet has half again as many.`
  },
  (draw) => {
    const [gpus, hours] = [draw(6, 30), draw(24, 120, 12)]
    return `**Warm reserve:** ${gpus} GPUs × ${hours} h = ${grouped(gpus * hours)} GPU-hours for each release, and at an assumed 2 euros an hour ${times(gpus * hours, 2)} euros.`
  },
  (draw) => {
    const [capture, network, decode, render] = [draw(20, 60, 10), draw(40, 90, 10), draw(80, 240, 20), 30]
    const sum = capture + network + decode + render
    return `**First output:** ${capture} + ${network} + ${decode} + ${render} = ${sum} ms from the end of speech, of which the network takes ${network} ÷ ${sum} × 100 ${result((network / sum) * 100)} %.`
  },
  (draw) => {
    const [deviation, items] = [draw(4, 12), draw(150, 900, 50)]
    return `**What a slice resolves:** with a standard deviation of ${deviation} points and ${items} items the standard error is ${deviation} ÷ √${items} ${result(deviation / Math.sqrt(items))} points, so a loss of one point shows in the larger slices only.`
  },
  (draw) => {
    const [load, switching, deciding] = [draw(8, 25), draw(2, 6), draw(2, 5)]
    return `**Time to relief:** to decide, to load and to switch takes ${deciding} + ${load} + ${switching} = ${deciding + load + switching} min, of which a warm bundle saves ${load}.`
  },
  (draw) => {
    const [users, share] = [draw(1000, 9000, 500), draw(2, 12)]
    return `**Who is affected:** ${share} % of ${grouped(users)} users is ${grouped(users)} × ${share} ÷ 100 ${result((users * share) / 100)} people a day, most of them in the same two hours.`
  },
  (draw) => {
    const [hours, rate] = [draw(40, 400, 20), draw(4, 12)]
    return `**Listening:** ${hours} hours at ${rate} times real time take ${over(hours, rate)} hours of a machine; people need ${times(hours, 3)} hours, so they hear a tenth of it.`
  },
  (draw) => {
    const [calls, low] = [draw(30, 90, 5), draw(2, 9)]
    return `**Storage:** ${times(calls, 1000, low)} kB a day for counts and timings, which is ${over(calls * low, 1000)} GB, and nothing of what was said.`
  },
]
