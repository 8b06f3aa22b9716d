// `npm run site:dev`: the author's preview. Imports only Node's own modules and our own scripts at first, because nothing
// else may be there yet.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { portOf, readArguments, UsageError } from '../site/scripts/arguments.mjs'
import { StepError, setUp, steps } from '../site/scripts/set-up.mjs'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

const help = `Usage: npm run site:dev -- [drill-id] [flags]

Shows the practice site with the drills as they are on this disk, also those that
have errors and drafts; every save of a drill, of the practice loop or the rubric
shows at once, with what the linter says. Ends with Ctrl-C.

  --port <n>   the port (5173); 0 for any that is free
  --open       opens a browser
  --no-set-up  installs and builds nothing, because all is there
`

const options = {
  port: { type: 'string', default: '5173' },
  open: { type: 'boolean', default: false },
  'no-set-up': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
}

/** The nearest folder upwards that holds drills. */
function findCorpus(from) {
  for (let folder = path.resolve(from); ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, 'drills/practice-loop.md'))) return folder
    if (folder === path.dirname(folder)) throw new UsageError('no folder from here upwards holds `drills/`')
  }
}

/** The address of a drill within the site; it is named by its id. */
function hashOf(id) {
  if (id === undefined) return '#/'
  if (!/^[a-z][a-z0-9-]{2,63}$/.test(id))
    throw new UsageError('the drill is no id: expected kebab-case words such as `my-first-drill`')
  return `#/drill/${id}`
}

async function serve({ port, open, 'no-set-up': isSetUp }, [id], signal) {
  const [corpus, hash, wanted] = [findCorpus(process.cwd()), hashOf(id), portOf(port)]
  if (!isSetUp) await setUp(steps.preview, signal)
  const { openPreview } = await import('./preview.mjs')
  const { startDev } = await import('../site/scripts/dev.mjs')
  const preview = await openPreview(corpus)
  try {
    const tool = path.join(root, 'bin/drills.js')
    const dev = await startDev({ corpus, tool, preview, port: wanted, signal })
    if (id !== undefined && !dev.drills.some((drill) => drill.id === id))
      console.error(
        `site: no drill \`${id}\` that can be shown yet; it appears as soon as it has a prompt and an answer`,
      )
    console.log(`The preview: ${dev.url}${hash}  (Ctrl-C ends)`)
    if (open) dev.open(hash)
    if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve))
    await dev.close()
  } finally {
    preview.close()
  }
}

async function main(args, signal) {
  const { values, positionals } = readArguments(args, { options, allowPositionals: true })
  if (values.help) {
    process.stdout.write(help)
    return
  }
  if (positionals.length > 1) throw new UsageError('more than one drill; expected the id of one')
  await serve(values, positionals, signal)
}

/** The exit code: 1 when a step fails, 2 for wrong usage or a port that can't be had. */
function report(error) {
  if (error.name === 'AbortError') return 0
  if (error instanceof StepError) {
    console.error(error.message)
    return 1
  }
  if (error instanceof UsageError) console.error(`site: ${error.message}`)
  else if (/^Port \d+ is/.test(error.message))
    console.error('site: the port is taken; choose another with `npm run site:dev -- --port <n>`')
  else throw error
  return 2
}

const stop = new AbortController()
for (const name of ['SIGINT', 'SIGTERM']) process.once(name, () => stop.abort())
try {
  await main(process.argv.slice(2), stop.signal)
} catch (error) {
  process.exitCode = report(error)
}
