import { build } from 'esbuild'
import { draftDrills } from './draft-drill.mjs'
const out = await build({ stdin: { contents: "export * from './src/runtime/stems.ts'; export * from './src/rubric/tokens.ts'; export * from './src/runtime/subject.ts';export * from './test/grading/texts.ts'", resolveDir: '.', loader: 'ts' }, bundle: true, format: 'esm', platform: 'node', write: false })
const m = await import(`data:text/javascript;base64,${Buffer.from(out.outputFiles[0].text).toString('base64')}`)
const { published } = await import('../published.mjs')
const { rubric, practiceLoop } = await published()
const drills = new Map((await draftDrills('/work/main/drills')).map((d) => [d.id, d]))
for (const w of ['w1', 'w2', 'w3']) for (const d of await draftDrills(`/work/wt/${w}/drills`)) if (d.criteria.length > 0) drills.set(d.id, d)
const common = m.commonStems(rubric, practiceLoop)
const all = [...drills.values()]
const df = new Map()
const word = new Map()
const note = (t) => { for (const tk of m.tokenize(t)) { const s = m.contentStems([tk]); for (const x of s) if (!word.has(x)) word.set(x, tk.text) } }
for (const d of all) {
  const text = [d.title, ...d.topics, d.prompt.markdown, ...d.criteria.flatMap((c) => [c.met.markdown, ...c.alsoMet.map((a) => a.markdown), ...c.cues.map((c) => c.replace(/<[a-z]+>|[*.&!]/g, ' '))]), ...d.evidence.map((e) => e.text)].join(' . ')
  note(text)
  for (const s of new Set(m.contentStems(m.tokenize(text)))) df.set(s, (df.get(s) ?? 0) + 1)
}
const answers = new Map()
for (const d of all) for (const s of new Set(m.contentStems(m.tokenize(m.modelAnswer(d))))) answers.set(s, (answers.get(s) ?? 0) + 1)
const tpl = new Set(m.templateTexts(all).filter((t) => t.name.startsWith('template')).flatMap((t) => m.contentStems(m.tokenize(t.text))))
const rows = [...df].filter(([s, n]) => !common.has(s) && (n >= 4 || (answers.get(s) ?? 0) >= 5 || (n >= 2 && tpl.has(s)))).sort((a, b) => b[1] - a[1])
console.log(rows.map(([s, n]) => `${word.get(s)}:${n}/${answers.get(s) ?? 0}${tpl.has(s) ? 'T' : ''}`).join(' '))
