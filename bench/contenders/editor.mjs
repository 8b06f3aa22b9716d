import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'
import { drills, root } from '../paths.mjs'

const file = path.join(root, 'drills/rounds/tts-safety-and-latency-review.md')
const more = '- What would you ask the team that runs it, before you change anything at all?\n'

/** A drill of 20 KB. */
function longDrill() {
  const text = readFileSync(file, 'utf8')
  return text + more.repeat(Math.ceil(Math.max(0, 20_480 - Buffer.byteLength(text)) / more.length))
}

/**
 * From a typed letter to its findings, in the language server with all drills around it.
 * @returns seconds of every change
 */
export async function timeChanges(changes) {
  const uri = pathToFileURL(file).href
  const text = longDrill()
  const [program, ...args] = drills
  const child = spawn(program, [...args, 'lsp', '--stdio'], { cwd: root })
  const client = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  )
  let found = () => {}
  client.onNotification('textDocument/publishDiagnostics', ({ version }) => found(version))
  client.listen()
  await client.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} })
  const send = (version, method, message) =>
    new Promise((resolve) => {
      const start = performance.now()
      found = (shown) => {
        if (shown === version) resolve((performance.now() - start) / 1000)
      }
      client.sendNotification(method, message)
    })
  await send(1, 'textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } })
  const end = { line: text.split('\n').length - 2, character: 3 }
  const times = []
  for (let version = 2; version < changes + 2; version += 1) {
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
