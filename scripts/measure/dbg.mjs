import { readFile } from 'node:fs/promises'
import { build } from 'esbuild'
import { parse } from 'yaml'

const out = await build({
  stdin: {
    contents:
      "export * from './src/rubric/substance.ts'; export * from './src/rubric/polarity.ts'; export * from './src/rubric/tokens.ts'",
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
const rubric = parse((await readFile('drills/rubric.md', 'utf8')).split(/^---$/m)[1])
const cues = rubric.criteria.map((c) => ({ id: `cue:${c.id}`, substance: c.cue }))
const t = m.compileSubstance({ ...rubric, criteria: [...rubric.criteria, ...cues] })
const [id, s] = process.argv.slice(2)
console.log(t(`cue:${id}`, s), t(id, s))
console.log(JSON.stringify(t.explain(id, s), null, 1))
const tk = m.tokenize(s)
const d = m.deniedTokens(tk)
console.log(tk.map((x, i) => (d[i] ? `[-${x.text}-]` : x.text)).join(' '))
