import { execFileSync } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { build } from 'esbuild'
import { parse } from 'yaml'
import { draftDrills } from './draft-drill.mjs'

const texts = await (async () => {
  const o = await build({
    entryPoints: ['test/grading/texts.ts'],
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
  })
  return import('data:text/javascript;base64,' + Buffer.from(o.outputFiles[0].text).toString('base64'))
})()

const out = await build({
  stdin: {
    contents:
      "export * from './src/runtime/subject.ts'; export * from './src/runtime/read-units.ts'; export * from './src/runtime/stems.ts'; export * from './src/runtime/drill-criteria.ts'",
    resolveDir: '.',
    loader: 'ts',
  },
  bundle: true,
  format: 'esm',
  write: false,
})
const m = await import(
  `data:text/javascript;base64,${Buffer.from(out.outputFiles[0].text).toString('base64')}`
)
const { published } = await import('../published.mjs')
const { rubric, practiceLoop } = await published()
const drills = new Map((await draftDrills('/work/main/drills')).map((d) => [d.id, d]))
for (const w of ['w1', 'w2', 'w3'])
  for (const d of await draftDrills(`/work/wt/${w}/drills`)) if (d.criteria.length > 0) drills.set(d.id, d)
const all = [...drills.values()]
const samples = []
for (const f of await readdir('/work/main/test/calibration/tuned')) {
  const s = await readFile(`/work/main/test/calibration/tuned/${f}`, 'utf8')
  const [, mm, ...b] = s.split(/^---$/m)
  samples.push({ name: f, ...parse(mm), text: b.join('---') })
}
for (const f of execFileSync('git', ['ls-tree', '-r', '--name-only', 's1', 'drills/samples'], {
  encoding: 'utf8',
})
  .trim()
  .split('\n')) {
  const s = execFileSync('git', ['show', `s1:${f}`], { encoding: 'utf8' })
  const [, mm, ...b] = s.split(/^---$/m)
  const p = parse(mm)
  if (p.split === 'tuned') samples.push({ name: f, ...p, text: b.join('---') })
}
const common = m.commonStems(rubric, practiceLoop)
const read = m.unitReader(practiceLoop.sections)
const ns = [...(texts.nonsenseTexts(rubric, all)), ...(texts.templateTexts(all))].filter(
  (t) => !t.name.startsWith('prompts'),
)
for (const drill of all.filter((d) => !process.argv[2] || d.id === process.argv[2])) {
  const subject = m.subjectOf(drill, common)
  const find = m.compileDrillCriteria(drill)
  const whole = drill.criteria.reduce((s, c) => s + c.weight, 0)
  console.log('==', drill.id)
  const row = (n, text) => {
    const units = read(text)
    const w = units.map((u) => subject.wordsIn(u).own)
    const f = find(units)
    const found =
      drill.criteria.reduce((s, c) => s + (f.find((x) => x.id === c.id).best ? c.weight : 0), 0) /
      (whole || 1)
    console.log(
      `${(found / 0.3 + w.reduce((a, b) => a + b, 0) / units.reduce((a, u) => a + u.words, 0) / 0.07).toFixed(2)} ${n.slice(0, 60).padEnd(60)} mean ${(w.reduce((a, b) => a + b, 0) / units.length).toFixed(2)} per word ${((100 * w.reduce((a, b) => a + b, 0)) / units.reduce((a, u) => a + u.words, 0)).toFixed(1)} share2 ${(w.filter((x) => x > 1).length / units.length).toFixed(2)} found ${found.toFixed(2)}`,
    )
  }
  row('OWN', texts.modelAnswer(drill))
  for (const s of samples.filter((s) => s.drill === drill.id)) row('OWN ' + s.level + ' ' + s.name, s.text)
  for (const d of all) if (d.id !== drill.id) row('foreign ' + d.id, texts.modelAnswer(d))
  for (const s of samples.filter((s) => s.drill !== drill.id)) row('foreign ' + s.name, s.text)
  for (const t of ns) row(t.name, t.text)
}
