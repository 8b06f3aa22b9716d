import path from 'node:path'
import type { Diagnostic as Sent } from 'vscode-languageserver/node'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Diagnostic } from '../model/diagnostic.ts'
import { toSend } from './diagnostics.ts'
import type { Project } from './project.ts'
import { uriOf } from './uris.ts'

/** An open document that belongs to a corpus. */
export interface Member {
  readonly project: Project
  readonly file: string
  readonly document: TextDocument
}

/** Sends the findings of a document to the client. */
export type Publish = (uri: string, version: number | undefined, diagnostics: Sent[]) => void

/** Keeps a client up to date with the findings of one corpus. */
export interface Publisher {
  /** Sends what has changed since the last time. */
  readonly publish: () => void
  /** Clears everything that was sent. */
  readonly withdraw: () => void
}

/** @param members the open documents by their URI */
export function publisherOf(
  project: Project,
  members: () => ReadonlyMap<string, Member>,
  send: Publish,
): Publisher {
  /** What was sent for each URI, so that nothing is sent twice. */
  let sent: ReadonlyMap<string, string> = new Map()

  const openUris = (file: string): string[] =>
    [...members()].flatMap(([uri, member]) =>
      member.project === project && member.file === file ? [uri] : [],
    )
  const fileUri = (file: string): string => uriOf(path.join(project.root, file))
  const groupByFile = (): ReadonlyMap<string, readonly Diagnostic[]> => {
    const groups = new Map<string, Diagnostic[]>()
    for (const { project: own, file } of members().values()) if (own === project) groups.set(file, [])
    for (const found of project.check().diagnostics) {
      const group = groups.get(found.file)
      if (group) group.push(found)
      else groups.set(found.file, [found])
    }
    return groups
  }

  return {
    publish: () => {
      const now = new Map<string, string>()
      for (const [file, found] of groupByFile()) {
        const open = openUris(file)
        for (const uri of open.length > 0 ? open : [fileUri(file)]) {
          const version = members().get(uri)?.document.version
          const list = found.map((each) => toSend(each, (other) => openUris(other)[0] ?? fileUri(other)))
          const key = `${version} ${JSON.stringify(list)}`
          now.set(uri, key)
          if (sent.get(uri) !== key) send(uri, version, list)
        }
      }
      for (const uri of sent.keys()) if (!now.has(uri)) send(uri, undefined, [])
      sent = now
    },
    withdraw: () => {
      for (const uri of sent.keys()) send(uri, undefined, [])
      sent = new Map()
    },
  }
}
