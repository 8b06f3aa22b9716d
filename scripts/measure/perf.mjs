import { build } from 'esbuild'
import { draftDrills } from './draft-drill.mjs'
import { published } from '../published.mjs'
const out = await build({ stdin: { contents: "export * from './src/runtime/index.ts'; export * from './test/grading/texts.ts'", resolveDir: '.', loader: 'ts' }, bundle: true, format: 'esm', platform: 'node', write: false })
const m = await import(`data:text/javascript;base64,${Buffer.from(out.outputFiles[0].text).toString('base64')}`)
const { rubric, practiceLoop } = await published()
const drill = (await draftDrills('/work/wt/w1/drills')).find((d) => d.id === 'gpu-serving-platform-capacity')
const assess = m.assessor(rubric, practiceLoop)
const time = (label, text) => { const t = performance.now(); assess(text, { drill }); const d = performance.now() - t; if (d > 300 || label.startsWith('own')) console.log(label, Math.round(d)) }
const own = m.modelAnswer(drill)
time('own first', own)
for (let i = 0; i < 3; i++) time('own again', own)
const N = 262144
const fill = (p) => p.repeat(Math.floor(N / p.length))
for (const p of ['[', '![', '[a](', '*', '_', ' _', '<a ', '&', '(', '|', '>', '#', ':', '.', '. ', '- ', '\n- ', 'a ', '5 ', 'not ', 'no that ', 'a, ', 'not a, ', 'one hundred ', 'two point ', 'that not true that ', 'queue ', 'checkpoint chunk gpu held pieces of 30 s ', 'batch preempt queue recording, ', 'and so but ', 'is not measured ', "n't ", 'held 400 ms no gpu ', '\n\nqueue', '\n# Operations\n\nrollback to the previous in 5 minutes', own.replace(/[^\p{L}\p{N} ]/gu, ' ').toLowerCase() + ' ', own + '\n\n', own.replaceAll('\n', ' ') + ' ', 'x.', '. A', 'a: ', 'a:\n- ']) time(JSON.stringify(p.slice(0, 40)), fill(p))
