// `npm run site`: sets everything up, builds the practice site and serves it on this machine.
// Imports only Node's own modules and our own scripts, because nothing else may be there yet.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { baseOf, portOf, readArguments, UsageError } from '../site/scripts/arguments.mjs'
import { StepError, setUp, steps } from '../site/scripts/set-up.mjs'
import { filesOf, PortError, startServer } from '../site/scripts/static-server.mjs'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

const help = `Usage: npm run site -- [flags]

Installs what is missing, builds the drills and the practice site, and serves it
on this machine until Ctrl-C.

  --port <n>         the port (4173); 0 for any that is free
  --base </folder/>  serves it below a folder, as project pages do (/)
  --build            builds it into site/dist/ and ends
  --shell            builds it without drills into site/shell/, for drills site,
                     and ends
  --folder <folder>  serves a site that is built already, and builds nothing
`

const options = {
  port: { type: 'string', default: '4173' },
  base: { type: 'string', default: '/' },
  build: { type: 'boolean', default: false },
  shell: { type: 'boolean', default: false },
  folder: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
}

/** Ends with the first Ctrl-C, or when it is asked to end. */
function stopSignal() {
  const stop = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM']) process.once(name, () => stop.abort())
  return stop.signal
}

const aborted = (signal) =>
  new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', resolve, { once: true })
  })

async function serve({ port, base, folder }, signal) {
  if (folder !== undefined && !existsSync(path.join(folder, 'index.html')))
    throw new UsageError(`\`--folder ${folder}\` holds no \`index.html\``)
  const server = await startServer({ port: portOf(port), base: baseOf(base) })
  try {
    if (folder === undefined) await setUp(steps.build, signal)
    server.show(filesOf(folder ?? path.join(root, 'site/dist')))
    console.log(`The practice site: ${server.url}  (Ctrl-C ends)`)
    await aborted(signal)
  } finally {
    await server.close()
  }
}

async function main(args, signal) {
  const { values } = readArguments(args, { options })
  if (values.help) process.stdout.write(help)
  else if (values.build) await setUp(steps.build, signal)
  else if (values.shell) await setUp(steps.shell, signal)
  else await serve(values, signal)
}

/** The exit code: 1 when a step fails, 2 for wrong usage or a port that can't be had. */
function report(error) {
  if (error.name === 'AbortError') return 0
  if (error instanceof StepError) {
    console.error(error.message)
    return 1
  }
  if (error instanceof UsageError) console.error(`site: ${error.message}; see \`npm run site -- --help\``)
  else if (error instanceof PortError)
    console.error(`site: ${error.message}; choose another with \`npm run site -- --port <n>\``)
  else throw error
  return 2
}

try {
  await main(process.argv.slice(2), stopSignal())
} catch (error) {
  process.exitCode = report(error)
}
