import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { PassThrough, type Readable, type Writable } from 'node:stream'
import { text as collect } from 'node:stream/consumers'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { onTestFinished } from 'vitest'
import {
  createProtocolConnection,
  type Diagnostic,
  type Position,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { fileReader } from '../../src/io/file-reader.ts'
import { corpusOnDisk, drills } from '../support/terminal.ts'

const bin = fileURLToPath(new URL('../../bin/drills.js', import.meta.url))

/** Stands for the cursor in a text. */
export const cursor = '¦'

/** A text without its cursor, and where that stood. */
export function withCursor(marked: string): { text: string; position: Position } {
  const offset = marked.indexOf(cursor)
  if (offset < 0 || marked.includes(cursor, offset + 1)) throw new Error('the text needs one cursor')
  const text = marked.replace(cursor, '')
  return { text, position: TextDocument.create('', '', 0, text).positionAt(offset) }
}

export interface Client {
  readonly root: string
  /** What the server logged. */
  readonly log: readonly string[]
  /** The last findings of every URI. */
  readonly shown: ReadonlyMap<string, readonly Diagnostic[]>
  readonly uri: (file: string) => string
  readonly request: <R>(method: string, params: unknown) => Promise<R>
  readonly notify: (method: string, params: unknown) => void
  /** Opens a document and gives its findings. */
  readonly open: (file: string, text: string) => Promise<readonly Diagnostic[]>
  /** Replaces the text of an open document and gives its findings. */
  readonly change: (file: string, text: string) => Promise<readonly Diagnostic[]>
  /** The next findings that are sent for a document. */
  readonly next: (uri: string, version?: number) => Promise<readonly Diagnostic[]>
  /** Waits until everything that was sent so far has been answered. */
  readonly settled: () => Promise<void>
  /** Writes bytes past the protocol. */
  readonly raw: (bytes: string) => void
  /** Ends standard input. */
  readonly hangUp: () => void
  /** How the process ended, and what it printed on standard error. */
  readonly ended: Promise<{ readonly code: number | null; readonly stderr: string }>
  readonly goodbye: () => Promise<number | null>
}

/** Both ends of a server, and how it ends. */
interface Server {
  readonly input: Writable
  readonly output: Readable
  readonly ended: Client['ended']
  readonly stop: () => void
}

function startProcess(): Server {
  const child = spawn(process.execPath, [bin, 'lsp', '--stdio'], { env: { PATH: process.env['PATH'] } })
  const stderr = collect(child.stderr)
  const ended = once(child, 'close').then(async ([code]) => ({
    code: code as number | null,
    stderr: await stderr,
  }))
  return { input: child.stdin, output: child.stdout, ended, stop: () => void child.kill() }
}

/** The same command line, bytes and exit code, in this process. */
function startHere(): Server {
  const input = new PassThrough()
  const output = new PassThrough()
  const ended = drills(['lsp', '--stdio'], { reader: fileReader, streams: () => ({ input, output }) })
  return { input, output, ended, stop: () => void input.end() }
}

/** Starts a server over a corpus on disk and introduces itself. */
const introduce = async (
  server: Server,
  files: Readonly<Record<string, string>>,
  capabilities: object,
): Promise<Client> => {
  const { input, output, ended, stop } = server
  const root = corpusOnDisk(files)
  const connection = createProtocolConnection(
    new StreamMessageReader(output),
    new StreamMessageWriter(input),
    { error: () => {}, warn: () => {}, info: () => {}, log: () => {} },
  )
  onTestFinished(async () => {
    connection.dispose()
    stop()
    await ended
  })
  const log: string[] = []
  const shown = new Map<string, readonly Diagnostic[]>()
  const versions = new Map<string, number>()
  let waiting: ((sent: PublishDiagnosticsParams) => boolean)[] = []
  connection.onNotification('window/logMessage', ({ message }: { message: string }) => void log.push(message))
  connection.onNotification('textDocument/publishDiagnostics', (sent: PublishDiagnosticsParams) => {
    shown.set(sent.uri, sent.diagnostics)
    waiting = waiting.filter((wants) => !wants(sent))
  })
  connection.listen()
  const uri = (file: string): string => pathToFileURL(`${root}/${file}`).href
  const notify = (method: string, params: unknown): void =>
    void connection.sendNotification(method, params).catch(() => {})
  const next: Client['next'] = (wanted, version) =>
    new Promise((resolve) => {
      waiting.push((sent) => {
        const right = sent.uri === wanted && (version === undefined || sent.version === version)
        if (right) resolve(sent.diagnostics)
        return right
      })
    })
  await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities })
  notify('initialized', {})
  return {
    root,
    log,
    shown,
    uri,
    request: (method, params) => connection.sendRequest(method, params),
    notify,
    next,
    open: (file, text) => {
      const found = next(uri(file), 1)
      versions.set(file, 1)
      const textDocument = { uri: uri(file), languageId: 'markdown', version: 1, text }
      notify('textDocument/didOpen', { textDocument })
      return found
    },
    change: (file, text) => {
      const version = (versions.get(file) ?? 0) + 1
      versions.set(file, version)
      const found = next(uri(file), version)
      notify('textDocument/didChange', {
        textDocument: { uri: uri(file), version },
        contentChanges: [{ text }],
      })
      return found
    },
    settled: async () => {
      await connection.sendRequest('textDocument/hover', { textDocument: { uri: '' }, position: {} })
    },
    raw: (bytes) => void input.write(bytes),
    hangUp: () => void input.end(),
    ended,
    goodbye: async () => {
      await connection.sendRequest('shutdown')
      notify('exit', undefined)
      return (await ended).code
    },
  }
}

/** The real process. */
export const connect = (
  files: Readonly<Record<string, string>> = {},
  capabilities: object = {},
): Promise<Client> => introduce(startProcess(), files, capabilities)

/** A server that starts in no time, for tests that need one for every question. */
export const connectHere: typeof connect = (files = {}, capabilities = {}) =>
  introduce(startHere(), files, capabilities)

/** A finding in one line: place from 1, rule, and the beginning of its words. */
export const brief = ({ range: { start, end }, code, message }: Diagnostic): string =>
  `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1} ${code} ${message}`
