// Measures the grading, the rubric's substance tests and the rule arithmetic. --write puts the tables of grading into
// docs/calibration.md, --check compares them; --grading leaves out the other measures.
import { spawnSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { samplesIn } from './measure/samples.mjs'
import * as tables from './measure/tables.mjs'
import { published, sizes } from './published.mjs'

const page = 'docs/calibration.md'
const { values } = parseArgs({
  options: {
    write: { type: 'boolean' },
    check: { type: 'boolean' },
    grading: { type: 'boolean' },
  },
})

const { rubric, practiceLoop, drills, measureDrills, foundRates } = await published()
const samples = await samplesIn('drills/samples')

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

for (const script of values.grading ? [] : ['substance', 'arithmetic']) {
  console.log(`\n${script}\n`)
  const { status } = spawnSync(process.execPath, [`scripts/measure-${script}.mjs`], { stdio: 'inherit' })
  process.exitCode ||= status ?? 1
}
