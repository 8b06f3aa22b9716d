// look.mjs <drill> <own|denied:name|sample name|form>

import { execFileSync } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { build } from 'esbuild'
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
const [id, what, only] = process.argv.slice(2)
const drill = drills.get(id)
let text
if (what === 'own') text = texts.modelAnswer(drill)
else if (what.startsWith('model:')) text = texts.modelAnswer(drills.get(what.slice(6)))
else if (what.startsWith('D:')) text = (await texts.deniedTexts(drill)).find((t) => t.name === what.slice(2)).text
else if (what.startsWith('forms/')) text = texts.formTexts().get(id).get(what.slice(6))
else if (what.startsWith('samples/'))
  text = execFileSync('git', ['show', `s1:drills/${what}`], { encoding: 'utf8' })
    .split(/^---$/m)
    .slice(2)
    .join('---')
else text = (await readFile(what, 'utf8')).replace(/^---\n[\s\S]*?\n---\n/, '')
const a = assess(text, { drill })
console.log(a.weight, a.offTopic ? 'OFF' : '', a.language)
for (const c of [...a.criteria, ...a.general]) {
  if (only && c.status !== only) continue
  console.log(
    `${c.status.padEnd(8)} ${c.id}  [${(c.matched ?? []).join(' … ')}]\n     ${(c.sentence ?? '').replace(/\s+/g, ' ')}${c.lacks ? `\n     LACKS ${c.lacks.join('; ')}` : ''}`,
  )
}
if (process.argv.includes('--text')) console.log(text)
