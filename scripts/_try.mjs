// usage: node try.mjs file [--misses] [--count]
import { build } from 'esbuild'
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
const b = await build({stdin:{contents:`export * from './src/rubric/substance.ts'
export * from './test/support/labelled.ts'`,resolveDir:process.cwd(),loader:'ts'},bundle:true,external:['node:*'],platform:'neutral',format:'esm',write:false})
const m = await import('data:text/javascript,'+encodeURIComponent(b.outputFiles[0].text))
const rubric = m.rubricData(process.cwd())
const test = m.compileSubstance(rubric)
const why = (id,p)=>{const r=test(id,p);return [...r.lacks.map(x=>'-'+x.slice(0,40)),...r.rejected.map(x=>'!'+x.slice(0,40))].join('; ')}
const files = process.argv.slice(2).filter(x=>!x.startsWith('--')&&x.includes('.'))
const only = process.argv.slice(2).find(x=>x.startsWith('--c='))?.slice(4)
const half = process.argv.slice(2).find(x=>x.startsWith('--half='))?.slice(7)
const T={g:0,G:0,b:0,B:0}
const rows=[]
const sets = files.map(f=>parse(readFileSync(f,'utf8')))
const quiet = process.argv.includes('--quiet')
for (const id of rubric.criteria.map(c=>c.id)) { 
  if (only && !id.includes(only)) continue
  const pick = l => half ? l.filter((_,i)=> half==='odd' ? i%2===0 : i%2===1) : l
  const good = sets.flatMap(s=>pick(s[id]?.good??[])), bad = sets.flatMap(s=>pick(s[id]?.bad??[]))
  const g = good.filter(p=>!why(id,p)), bb = bad.filter(p=>!why(id,p))
  rows.push(`${id.padEnd(30)} ${Math.round(100*g.length/good.length)} ${Math.round(100*bb.length/bad.length)}  (${good.length}+${bad.length})`)
  T.g+=g.length;T.G+=good.length;T.b+=bb.length;T.B+=bad.length
  if (!quiet){ console.log('## '+id); for (const p of good) if (why(id,p)) console.log('  refused: '+p+'   ['+why(id,p)+']'); for (const p of bb) console.log('  ACCEPTED: '+p) }
}
console.log(rows.join('\n')); console.log('all', Math.round(100*T.g/T.G), Math.round(100*T.b/T.B))
if(!quiet||1) { const ev=m.evidenceOfDrills(process.cwd()); for (const [id,p] of ev) if(test(id,p)&&why(id,p)) console.log('DRILL',id,p,why(id,p)) }
