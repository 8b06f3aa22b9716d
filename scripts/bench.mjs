// Prints the whole-process time of commands as ratios to an empty Node.js process, measured in turns.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const rounds = Number(process.argv[2] ?? 15)

const folder = mkdtempSync(path.join(tmpdir(), 'bench-'))
const dist = path.join(folder, 'dist')
const catalog = pathToFileURL(path.join(dist, 'catalog.js')).href

const floor = ['-e', '0']
const commands = {
  'drills --help': ['bin/drills.js', '--help'],
  'drills lint (all drills of the repository)': ['bin/drills.js', 'lint'],
  'import of the catalog from the package': [
    '--input-type=module',
    '-e',
    `import { catalog } from ${JSON.stringify(catalog)}; if (catalog.length === 0) throw new Error('empty')`,
  ],
}

function time(args) {
  const start = performance.now()
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'ignore' })
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}`)
  return performance.now() - start
}

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1]

/** From a typed letter to its findings, in the language server with all drills around it. */
async function timeChanges(text, uri) {
  const child = spawn(process.execPath, ['bin/drills.js', 'lsp', '--stdio'], { cwd: root })
  const client = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  )
  let found = () => {}
  client.onNotification('textDocument/publishDiagnostics', ({ version }) => found(version))
  client.listen()
  await client.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} })
  const send = (version, method, more) =>
    new Promise((resolve) => {
      const start = performance.now()
      found = (shown) => {
        if (shown === version) resolve(performance.now() - start)
      }
      client.sendNotification(method, more)
    })
  await send(1, 'textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } })
  const end = { line: text.split('\n').length - 2, character: 3 }
  const times = []
  for (let version = 2; version < 102; version += 1) {
    const contentChanges = [{ range: { start: end, end }, text: 'x' }]
    times.push(
      await send(version, 'textDocument/didChange', { textDocument: { uri, version }, contentChanges }),
    )
  }
  await client.sendRequest('shutdown')
  await client.sendNotification('exit')
  client.dispose()
  return times
}

try {
  time(['bin/drills.js', 'build', '--out', dist])
  for (const args of [floor, ...Object.values(commands)]) time(args)
  console.log(`medians of ${rounds} pairs, Node.js ${process.versions.node}`)
  for (const [name, args] of Object.entries(commands)) {
    const pairs = Array.from({ length: rounds }, () => [time(floor), time(args)])
    const ratio = median(pairs.map(([empty, full]) => full / empty))
    console.log(
      `${name}: ${ratio.toFixed(2)} × node -e 0 (${Math.round(median(pairs.map(([, full]) => full)))} ms)`,
    )
  }
  const file = path.join(root, 'drills/rounds/tts-safety-and-latency-review.md')
  const drill = readFileSync(file, 'utf8')
  const more = '- What would you ask the team that runs it, before you change anything at all?\n'
  const text = drill + more.repeat(Math.ceil(Math.max(0, 10_240 - Buffer.byteLength(drill)) / more.length))
  const changes = await timeChanges(text, pathToFileURL(file).href)
  const slowest = Math.round(Math.max(...changes))
  console.log(
    `drills lsp, a change in a drill of ${Math.round(Buffer.byteLength(text) / 1024)} KB: ${Math.round(median(changes))} ms (slowest of ${changes.length}: ${slowest} ms)`,
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
