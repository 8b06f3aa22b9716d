// npm run bench: sets itself up, measures, prints, and writes RESULTS.md.
import { rmSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { inBench, scratch } from './paths.mjs'
import { buildTool, installPeers } from './setup.mjs'

const { values } = parseArgs({
  options: {
    sizes: { type: 'string' },
    rounds: { type: 'string' },
    only: { type: 'string' },
    seed: { type: 'string', default: '1' },
    output: { type: 'string' },
    quick: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
})

const help = `Usage: npm run bench -- [options]

  --sizes <n,…>    drills of a corpus, 50 to 100000 (default 50,1000,10000)
  --rounds <n>     runs of every command (default 9; 5 from 10,000 drills on, 2 from
                   100,000 on; slow ones at most 3)
  --only <part,…>  of start, lint, mistakes, build, app, editor
  --seed <n>       another corpus (default 1)
  --quick          50 drills and 2 rounds, to try a change
  --output <file>  where to write the page; by default bench/RESULTS.md, and nowhere
                   with --only or --quick
`

function roundsFor(size) {
  if (values.rounds) return Number(values.rounds)
  if (values.quick) return 2
  return size >= 100_000 ? 2 : size >= 10_000 ? 5 : 9
}

/** Files that have just been written are warm; with many of them a run that does not count would only cost time. */
const options = (size) => ({ rounds: roundsFor(size), warmUp: size < 10_000 })

async function main() {
  installPeers()
  buildTool()
  rmSync(scratch, { recursive: true, force: true })
  // What these import is there only now.
  const { facts } = await import('./facts.mjs')
  const { jobs } = await import('./jobs.mjs')
  const { page } = await import('./report.mjs')
  const { runRounds } = await import('./rounds.mjs')
  const { timeChanges } = await import('./contenders/editor.mjs')

  const sizes = (values.sizes ?? (values.quick ? '50' : '50,1000,10000')).split(',').map(Number)
  const seed = Number(values.seed)
  const only = values.only?.split(',')
  const wanted = (group) => only === undefined || only.includes(group)
  const results = []
  for (const job of jobs(sizes, seed).filter(({ group }) => wanted(group))) {
    console.error(`\n${job.title}`)
    try {
      const contenders = job.contenders()
      const samples = await runRounds(contenders, options(job.size), (line) => console.error(line))
      results.push({ ...job, contenders, samples })
    } catch (error) {
      // The other jobs took their time too.
      console.error(error)
      process.exitCode = 1
    }
  }
  rmSync(scratch, { recursive: true, force: true })
  const changes = wanted('editor') ? await timeChanges(100) : undefined
  const typed = process.argv.slice(2)
  const command = `npm run bench${typed.length > 0 ? ` -- ${typed.join(' ')}` : ''}`
  const text = page({ facts: facts(seed), results, changes, command })
  console.log(text)
  const partial = values.quick || only !== undefined || process.exitCode === 1
  const output = values.output ?? (partial ? undefined : inBench('RESULTS.md'))
  if (output) writeFileSync(output, text)
}

if (values.help) console.log(help)
else await main()
