// Prints how far the rubric's substance tests can be trusted, per criterion: of labelled good phrases how many pass, of
// bad ones how many do too; for the frozen set, the blind one and those that were tuned on. Then the entries of lists and
// alternatives of patterns that decide nothing on the tuned sets. `--misses` also lists what those get wrong (the others
// are never read). `--blind` leaves the frozen set out, whose percentages are looked at as seldom as can be.
import { build } from 'esbuild'

const bundle = await build({
  stdin: {
    contents: `
export * from './src/rubric/substance.ts'
export { idleEntries } from './test/support/idle-entries.ts'
export * from './test/support/labelled.ts'`,
    resolveDir: process.cwd(),
    loader: 'ts',
  },
  bundle: true,
  external: ['node:*'],
  platform: 'neutral',
  format: 'esm',
  write: false,
})
const { compileSubstance, evidenceOfDrills, idleEntries, labelledSet, rubricData, tunedPhrases } =
  await import(`data:text/javascript,${encodeURIComponent(bundle.outputFiles[0].text)}`)
const root = process.cwd()
const rubric = rubricData(root)
const test = compileSubstance(rubric)
const percent = (part, whole) => (whole === 0 ? '–' : `${Math.round((100 * part) / whole)} %`)
const row = (name, { hit, good, accepted, bad }) =>
  `| ${name} | ${percent(hit, good)} | ${percent(accepted, bad)} | ${good} + ${bad} |`

const frozen = process.argv.includes('--blind') ? undefined : labelledSet(root, 'voices-frozen')
const blind = labelledSet(root, 'voices-blind')
const merged = tunedPhrases(root).reduce((all, set) =>
  Object.fromEntries(
    Object.entries(all).map(([id, { good, bad = [] }]) => [
      id,
      { good: [...good, ...(set[id]?.good ?? [])], bad: [...bad, ...(set[id]?.bad ?? [])] },
    ]),
  ),
)
for (const [name, phrases] of Object.entries({
  ...(frozen && { frozen }),
  ...(blind && { blind }),
  tuned: merged,
})) {
  const total = { hit: 0, good: 0, accepted: 0, bad: 0 }
  console.log(`\n${name}\n\n| criterion | recall | bad accepted | phrases |\n| --- | --- | --- | --- |`)
  for (const [id, { good, bad = [] }] of Object.entries(phrases)) {
    const passes = (phrase) => {
      const { lacks, rejected } = test(id, phrase)
      return lacks.length + rejected.length === 0
    }
    const own = {
      hit: good.filter(passes).length,
      good: good.length,
      accepted: bad.filter(passes).length,
      bad: bad.length,
    }
    for (const key of Object.keys(total)) total[key] += own[key]
    console.log(row(id, own))
    if (name === 'tuned' && process.argv.includes('--misses')) {
      for (const phrase of good.filter((each) => !passes(each))) console.log(`  refused: ${phrase}`)
      for (const phrase of bad.filter(passes)) console.log(`  accepted: ${phrase}`)
    }
  }
  console.log(row('all', total))
}

const idle = idleEntries(rubric, tunedPhrases(root), evidenceOfDrills(root))
console.log(`\n${idle.length} entries decide nothing`)
for (const { place, source } of idle) console.log(`  ${place}: ${source}`)
