// Measures the rubric's substance tests and the grading. --write puts the tables of grading into docs/calibration.md,
// --check compares them. --drills <folder> takes drills and samples from other folders that hold rounds/, incidents/ …
import { spawnSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { draftDrills } from './measure/draft-drill.mjs'
import { calibrationSamples, samplesIn } from './measure/samples.mjs'
import * as tables from './measure/tables.mjs'
import { published, sizes } from './published.mjs'

const page = 'docs/calibration.md'
const { values } = parseArgs({
  options: {
    write: { type: 'boolean' },
    check: { type: 'boolean' },
    grading: { type: 'boolean' },
    drills: { type: 'string', multiple: true },
  },
})

const { rubric, practiceLoop, drills: own, measureDrills, foundRates } = await published()
const folders = values.drills ?? ['drills']
const drafts = (await Promise.all(folders.map(draftDrills)))
  .flat()
  .filter(({ criteria }) => criteria.length > 0)
const drills = values.drills || own.every(({ criteria }) => criteria === undefined) ? drafts : own
const samples = [
  ...(await Promise.all(folders.map(samplesIn))).flat(),
  ...(await calibrationSamples('tuned')),
  ...(await calibrationSamples('frozen')),
]

const measures = measureDrills(drills, samples, rubric, practiceLoop)
const rates = ['tuned', 'frozen'].flatMap((split) =>
  ['criteria', 'general'].map((scope) => ({
    split,
    scope: scope === 'criteria' ? "the drill's" : 'general',
    ...foundRates(
      drills,
      samples.filter((each) => each.split === split),
      scope,
      rubric,
      practiceLoop,
    ),
  })),
)
const parts = {
  texts: tables.texts(measures),
  found: tables.found(rates),
  levels: tables.levels(measures),
  forms: tables.forms(measures),
  sizes: tables.sizes(await sizes({ rubric, practiceLoop })),
}
console.log(
  Object.entries(parts)
    .map(([name, text]) => `${name}\n\n${text}\n`)
    .join('\n'),
)
for (const { drill, misread } of measures)
  if (misread.length > 0) console.log(`${drill}: read as English: ${misread.join(', ')}`)

const before = await readFile(page, 'utf8')
const after = Object.entries(parts).reduce(
  (text, [name, part]) =>
    text.replace(
      new RegExp(`(<!-- ${name} -->)[\\s\\S]*?(<!-- /${name} -->)`),
      (_, start, end) => `${start}\n\n${part}\n\n${end}`,
    ),
  before,
)
if (values.write) await writeFile(page, after)
else if (values.check && after !== before) {
  console.error(`${page} is out of date; run: npm run measure -- --write`)
  process.exitCode = 1
}

if (!values.grading) {
  const { status } = spawnSync(process.execPath, ['scripts/measure-substance.mjs'], { stdio: 'inherit' })
  process.exitCode ||= status ?? 1
}
