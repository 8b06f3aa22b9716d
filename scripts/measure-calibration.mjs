// Prints how often `assess` agrees with a person on candidate answers, per criterion, for the half that was tuned on and
// the frozen half, beside ways that were tried and not taken. --write puts the tables and sizes into docs/calibration.md,
// --check compares them, --misses lists what the tuned half gets wrong (the other is never looked at).
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { published, sizes } from './published.mjs'
import { similarity } from './similarity.mjs'

const page = 'docs/calibration.md'
const { assessor, rubric, practiceLoop, drills } = await published()
const ids = rubric.criteria.map(({ id }) => id)
const everywhere = practiceLoop.sections.map(({ id }) => id)

async function answersOf(half) {
  const folder = `test/calibration/${half}`
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md')).sort()
  return Promise.all(
    names.map(async (name) => {
      const [, matter, ...rest] = (await readFile(`${folder}/${name}`, 'utf8')).split(/^---$/m)
      const { drill, criteria } = parse(matter)
      const found = drills.find(({ id }) => id === drill)
      return { name, verdicts: criteria, answer: rest.join('---'), drill: found }
    }),
  )
}

/** A way to judge: what a rubric and a practice loop make of an answer, by criterion. */
const words = (judged) => {
  const assess = assessor(judged, practiceLoop)
  return ({ answer, drill }) => new Map(assess(answer, { drill }).criteria.map((found) => [found.id, found]))
}
const changed = (change) => ({ ...rubric, criteria: rubric.criteria.map(change) })
const alike = similarity(drills)

const shipped = words(rubric)
const cueless = words(changed(({ cue: _, ...rest }) => rest))
const anywhere = words(
  changed((criterion) => ({
    ...criterion,
    sections: everywhere,
    cue: { ...criterion.cue, sections: everywhere },
  })),
)
const own = words(changed(({ cue: { sections: _, ...cue }, ...rest }) => ({ ...rest, cue })))
const earned = (way) => (item) => (id) => way(item).get(id)?.status === 'earned'
const near = (least) => (item) => (id) => alike(item, id) >= least
const both = (one, other) => (item) => (id) => one(item)(id) && other(item)(id)
const either = (one, other) => (item) => (id) => one(item)(id) || other(item)(id)

const count = (way, items, id) => {
  const tally = { hit: 0, said: 0, meant: 0 }
  for (const item of items) {
    const said = way(item)(id)
    const meant = item.verdicts[id] === 'earned'
    tally.hit += said && meant
    tally.said += said
    tally.meant += meant
  }
  return tally
}
const sum = (tallies) =>
  tallies.reduce((a, b) => ({ hit: a.hit + b.hit, said: a.said + b.said, meant: a.meant + b.meant }))
const percent = (part, whole) => (whole === 0 ? '–' : `${Math.round((100 * part) / whole)} %`)
/** Rounded, because versions of zlib differ by some bytes. */
const kilobytes = (bytes) => `${Math.round(bytes / 1000)} kB`
const cell = ({ hit, said, meant }) => `${percent(hit, said)} / ${percent(hit, meant)}`

const steps = Array.from({ length: 99 }, (_, index) => (index + 1) / 100)
const alikeTo = (items, least) => sum(ids.map((id) => count(near(least), items, id)))

/** The threshold of similarity that does best on some answers, by the harmonic mean of precision and recall. */
function balanced(items) {
  const score = (least) => {
    const { hit, said, meant } = alikeTo(items, least)
    return (2 * hit) / (said + meant)
  }
  return steps.reduce((best, least) => (score(least) > score(best) ? least : best))
}

/** The lowest threshold at which nine of ten are right. */
const careful = (items) =>
  steps.find((least) => {
    const { hit, said } = alikeTo(items, least)
    return hit >= 0.9 * said
  }) ?? 1

const halves = { tuned: await answersOf('tuned'), frozen: await answersOf('frozen') }
const loose = balanced(halves.tuned)
const strictly = careful(halves.tuned)
const always = () => () => true
const compared = {
  'cue words and substance (shipped)': earned(shipped),
  'the same, in any section': earned(anywhere),
  "the same, only in the criterion's own sections": earned(own),
  'substance without cue words': earned(cueless),
  [`similarity of at least ${loose} to the drill's evidence`]: near(loose),
  [`similarity of at least ${strictly}`]: near(strictly),
  [`shipped, or similarity of at least ${strictly}`]: either(earned(shipped), near(strictly)),
  [`shipped, and similarity of at least ${loose}`]: both(earned(shipped), near(loose)),
  [`substance, and similarity of at least ${loose}, without cue words`]: both(earned(cueless), near(loose)),
  'everything earned': always,
}

const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
const titled = rubric.criteria.map(({ id, title }) => [id, title])
const perCriterion = (items) => {
  const chosen = {
    'cue words and substance': earned(shipped),
    similarity: near(loose),
    either: either(earned(shipped), near(loose)),
    both: both(earned(shipped), near(loose)),
  }
  const rows = [...titled.map(([id, title]) => [title, [id]]), ['**All criteria**', ids]].map(
    ([title, which]) => [
      title,
      String(
        which.reduce((all, id) => all + items.filter(({ verdicts }) => verdicts[id] === 'earned').length, 0),
      ),
      ...Object.values(chosen).map((way) => cell(sum(which.map((id) => count(way, items, id))))),
    ],
  )
  return table(['criterion', 'earned', ...Object.keys(chosen)], rows)
}
const agreement = (items) => {
  const pairs = items.flatMap((item) => ids.map((id) => shipped(item).get(id)?.status === item.verdicts[id]))
  return percent(pairs.filter(Boolean).length, pairs.length)
}
const overall = table(
  ['way', 'tuned', 'frozen'],
  Object.entries(compared).map(([name, way]) => [
    name,
    ...Object.values(halves).map((items) => cell(sum(ids.map((id) => count(way, items, id))))),
  ]),
)

const parts = {
  tuned: `${perCriterion(halves.tuned)}\n\nEarned, near or missing as the person said: ${agreement(halves.tuned)}.`,
  frozen: `${perCriterion(halves.frozen)}\n\nEarned, near or missing as the person said: ${agreement(halves.frozen)}.`,
  ways: overall,
  sizes: table(
    ['file', 'as it is', 'gzip'],
    (await sizes({ rubric, practiceLoop })).map(({ name, raw, gzip }) => [
      `\`${name}\``,
      kilobytes(raw),
      kilobytes(gzip),
    ]),
  ),
}
console.log(
  Object.entries(parts)
    .map(([name, text]) => `${name}\n\n${text}\n`)
    .join('\n'),
)

if (process.argv.includes('--misses')) {
  for (const item of halves.tuned) {
    for (const [id, { status, sentence = '', lacks = [] }] of shipped(item)) {
      if (status !== item.verdicts[id])
        console.log(
          `${item.name} ${id}: ${item.verdicts[id]}, not ${status}\n  ${sentence}\n  ${lacks.join('; ')}`,
        )
    }
  }
}
const before = await readFile(page, 'utf8').catch(() => '')
const after = Object.entries(parts).reduce(
  (text, [name, part]) =>
    text.replace(
      new RegExp(`(<!-- ${name} -->)[^]*?(<!-- /${name} -->)`),
      (_, start, end) => `${start}\n\n${part}\n\n${end}`,
    ),
  before,
)
if (process.argv.includes('--write')) await writeFile(page, after)
else if (process.argv.includes('--check') && after !== before) {
  console.error(`${page} is out of date; run: node scripts/measure-calibration.mjs --write`)
  process.exitCode = 1
}
