import type { Readable, Writable } from 'node:stream'
import { createConnection } from 'vscode-languageserver'
import {
  CodeActionKind,
  createProtocolConnection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  StreamMessageReader,
  StreamMessageWriter,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Io } from '../io/io.ts'
import { redirectsFile } from '../model/definition-files.ts'
import { changesFile, publishedFile } from '../model/history.ts'
import { version } from '../model/project.ts'
import { complete } from './completion.ts'
import { define } from './definition.ts'
import { codeActions } from './fixes.ts'
import { hover } from './hover.ts'
import { openSession } from './session.ts'
import { flatten, symbols } from './symbols.ts'
import { type View, viewOf } from './view.ts'

const abilities: InitializeResult = {
  serverInfo: { name: 'drills', version },
  capabilities: {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    completionProvider: { triggerCharacters: ['#', '*', '[', '(', ':', ' ', ','] },
    hoverProvider: true,
    documentSymbolProvider: true,
    definitionProvider: true,
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.SourceFixAll] },
  },
}

/** Files that findings depend on. */
const watched = ['drills/**/*.{md,markdown}', redirectsFile, publishedFile, changesFile]

const messageOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error)

/** Talks to one client until it says goodbye or is gone. Gives the exit code. */
export function serve(
  { input, output }: { readonly input: Readable; readonly output: Writable },
  { reader }: Pick<Io, 'reader'>,
): Promise<number> {
  return new Promise((resolve) => {
    const from = new StreamMessageReader(input)
    // Its timer would keep the process alive when the client goes in the middle of a message.
    from.partialMessageTimeout = 0
    const goodbye = {
      shutdownReceived: false,
      initialize: () => {},
      exit: (code: number): void => {
        session.end()
        input.destroy()
        resolve(code)
      },
    }
    const gone = (): void => goodbye.exit(goodbye.shutdownReceived ? 0 : 1)
    input.on('end', gone).on('close', gone)
    // The library's own way to a connection ends the process itself, before the last answer is out.
    const connection = createConnection(
      (logger) => createProtocolConnection(from, new StreamMessageWriter(output), logger),
      goodbye,
    )
    const ignore = (): void => {}
    const complain = (error: unknown): void => connection.console.error(messageOf(error))
    const session = openSession(reader, {
      complain,
      publish: (uri, version, diagnostics) =>
        void connection
          .sendDiagnostics({ uri, diagnostics, ...(version !== undefined && { version }) })
          .catch(ignore),
    })
    const documents = new TextDocuments(TextDocument)

    const guard =
      <A, R>(what: (argument: A) => R): ((argument: A) => R | null) =>
      (argument) => {
        try {
          return what(argument)
        } catch (error) {
          complain(error)
          return null
        }
      }
    const answer = <P extends { readonly textDocument: { readonly uri: string } }, R>(
      by: (view: View, params: P) => R,
    ): ((params: P) => R | null) =>
      guard((params) => {
        const member = session.member(params.textDocument.uri)
        return member ? by(viewOf(member), params) : null
      })
    const readAgain = guard(() => {
      session.refresh()
      for (const document of documents.all()) session.put(document)
    })
    const refresh = (): void => void readAgain(undefined)

    let client: InitializeParams['capabilities'] = {}
    connection.onInitialize((params) => {
      client = params.capabilities ?? {}
      return abilities
    })
    connection.onInitialized(() => {
      if (!client.workspace?.didChangeWatchedFiles?.dynamicRegistration) return
      const watchers = watched.map((pattern) => ({ globPattern: `**/${pattern}` }))
      connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(ignore)
    })
    connection.onDidChangeWatchedFiles(refresh)
    documents.onDidChangeContent(guard(({ document }) => session.put(document)))
    documents.onDidSave(refresh)
    documents.onDidClose(guard(({ document }) => session.close(document)))
    connection.onCompletion(answer(complete))
    connection.onHover(answer(hover))
    connection.onDefinition(answer(define))
    connection.onDocumentSymbol(
      answer((view) => {
        const found = symbols(view)
        const nested = client.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport
        return nested ? found : flatten(found, view.uri)
      }),
    )
    connection.onCodeAction(
      guard((params) => {
        const member = session.member(params.textDocument.uri)
        return member
          ? codeActions(session.findings(member), () => session.fixed(member), viewOf(member), params)
          : null
      }),
    )
    documents.listen(connection)
    connection.listen()
  })
}
