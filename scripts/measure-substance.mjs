// Prints precision and recall of the rubric's substance tests on labelled phrases, per criterion, for the tuned half, the frozen half, and a set written after the tuning.
// `--misses` also lists what the tuned half gets wrong (the others are never looked at).
import { readFile } from 'node:fs/promises'
import { build } from 'esbuild'
import { parse } from 'yaml'

const bundle = await build({
  entryPoints: ['src/rubric/substance.ts'],
  bundle: true,
  format: 'esm',
  write: false,
})
const { compileSubstance } = await import(
  `data:text/javascript,${encodeURIComponent(bundle.outputFiles[0].text)}`
)
const rubric = parse((await readFile('drills/rubric.md', 'utf8')).split(/^---$/m)[1])
const test = compileSubstance(rubric)
const percent = (part, whole) => (whole === 0 ? '–' : `${Math.round((100 * part) / whole)} %`)

for (const half of ['unseen', 'frozen', 'tuned']) {
  const phrases = parse(await readFile(`test/substance/${half}.yml`, 'utf8'))
  const total = { hit: 0, good: 0, accepted: 0 }
  console.log(`\n${half}\n\n| criterion | precision | recall |\n| --- | --- | --- |`)
  for (const [id, { good, bad }] of Object.entries(phrases)) {
    const passes = (phrase) => {
      const { lacks, rejected } = test(id, phrase)
      return lacks.length + rejected.length === 0
    }
    const hit = good.filter(passes).length
    const accepted = hit + bad.filter(passes).length
    total.hit += hit
    total.good += good.length
    total.accepted += accepted
    console.log(`| ${id} | ${percent(hit, accepted)} | ${percent(hit, good.length)} |`)
    if (half === 'tuned' && process.argv.includes('--misses')) {
      for (const phrase of good.filter((each) => !passes(each))) console.log(`  refused: ${phrase}`)
      for (const phrase of bad.filter(passes)) console.log(`  accepted: ${phrase}`)
    }
  }
  console.log(`| all | ${percent(total.hit, total.accepted)} | ${percent(total.hit, total.good)} |`)
}
