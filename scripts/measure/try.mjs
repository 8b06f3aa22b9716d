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
  entryPoints: ['src/runtime/index.ts'],
  bundle: true,
  format: 'esm',
  platform: 'neutral',
  write: false,
})
const { assessor } = await import(
  `data:text/javascript;base64,${Buffer.from(out.outputFiles[0].text).toString('base64')}`
)
const { published } = await import('../published.mjs')
const { rubric, practiceLoop } = await published()
const drills = new Map((await draftDrills('/work/main/drills')).map((d) => [d.id, d]))
for (const w of ['w1', 'w2', 'w3'])
  for (const d of await draftDrills(`/work/wt/${w}/drills`)) if (d.criteria.length > 0) drills.set(d.id, d)
const assess = assessor(rubric, practiceLoop)
const all = [...drills.values()]
const ready = all.filter((d) => d.criteria.length > 0)
const wanted = process.argv[2]
const show = process.argv.includes('--show')
const samples = []
for (const f of await readdir('/work/main/test/calibration/tuned')) {
  const s = await readFile(`/work/main/test/calibration/tuned/${f}`, 'utf8')
  const [, m, ...b] = s.split(/^---$/m)
  samples.push({ name: f, ...parse(m), text: b.join('---') })
}
for (const f of execFileSync('git', ['ls-tree', '-r', '--name-only', 's1', 'drills/samples'], {
  encoding: 'utf8',
})
  .trim()
  .split('\n')) {
  const s = execFileSync('git', ['show', `s1:${f}`], { encoding: 'utf8' })
  const [, m, ...b] = s.split(/^---$/m)
  const p = parse(m)
  if (p.split === 'tuned') samples.push({ name: f, ...p, text: b.join('---') })
}
const score = (text, drill) => assess(text, { drill }).weight.found
const line = (label, list) =>
  console.log(
    label.padEnd(12),
    list
      .sort((a, b) => b[1] - a[1])
      .slice(0, 4)
      .map(([n, v]) => `${v} ${n}`)
      .join(' | '),
  )
const nonsense = await texts.nonsenseTexts(rubric, all)
const templates = await texts.templateTexts(all)
const other = await texts.otherLanguageTexts()
const forms = await texts.formTexts()
for (const drill of ready) {
  if (wanted && wanted !== '--show' && drill.id !== wanted) continue
  console.log(`\n=== ${drill.id} (${drill.criteria.length} criteria)`)
  const own = assess(texts.modelAnswer(drill), { drill })
  console.log(
    'own',
    own.weight.found,
    'not found:',
    [...own.criteria, ...own.general]
      .filter((c) => c.status !== 'found')
      .map((c) => `${c.id}:${c.status}`)
      .join(' '),
  )
  line(
    'foreign',
    all.filter((d) => d.id !== drill.id).map((d) => [d.id, score(texts.modelAnswer(d), drill)]),
  )
  line(
    'f.samples',
    samples.filter((s) => s.drill !== drill.id).map((s) => [s.name, score(s.text, drill)]),
  )
  line(
    'nonsense',
    nonsense.map((t) => [t.name, score(t.text, drill)]),
  )
  line(
    'prompt',
    texts.promptTexts(drill).map((t) => [t.name, score(t.text, drill)]),
  )
  line(
    'template',
    templates.map((t) => [t.name, score(t.text, drill)]),
  )
  line(
    'denied',
    (await texts.deniedTexts(drill)).map((t) => [t.name, score(t.text, drill)]),
  )
  console.log(
    'language',
    other.map((t) => `${t.name.slice(9)} ${assess(t.text, { drill }).language}`).join(' '),
  )
  for (const s of samples.filter((s) => s.drill === drill.id)) {
    const a = assess(s.text, { drill })
    console.log(
      ' ',
      s.name.split('/').slice(-2).join('/'),
      s.level,
      a.weight.found,
      a.offTopic ? 'OFF' : '',
      'missing',
      [...a.criteria, ...a.general]
        .filter((c) => c.status !== 'found')
        .map((c) => `${c.id}:${c.status[0]}`)
        .join(' '),
    )
  }
  if (forms[drill.id])
    for (const [f, t] of Object.entries(forms[drill.id])) {
      const a = assess(t, { drill })
      console.log(
        '  form',
        f,
        a.weight.found,
        'not',
        [...a.criteria, ...a.general]
          .filter((c) => c.status !== 'found')
          .map((c) => `${c.id}:${c.status[0]}`)
          .join(' '),
      )
    }
}
