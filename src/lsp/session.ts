import path from 'node:path'
import type { TextDocument as Text } from 'vscode-languageserver/node'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Reader } from '../io/file-reader.ts'
import { mostFixPasses } from '../lint/fix-corpus.ts'
import { fromRoot } from '../lint/select.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { chooseEdits } from '../rules/fixes/choose-edits.ts'
import { applyEdits } from '../text/apply-edits.ts'
import { belongs, openProject } from './open-project.ts'
import type { Project } from './project.ts'
import { type Member, type Publish, type Publisher, publisherOf } from './publisher.ts'
import { pathOf } from './uris.ts'

export interface Client {
  readonly publish: Publish
  /** Is told of internal errors. */
  readonly complain: (error: unknown) => void
}

export interface Session {
  /** Takes the text of a document that was opened or changed. */
  readonly put: (document: TextDocument) => void
  readonly close: (document: Pick<Text, 'uri'>) => void
  /** Reads all files again: something on disk has changed. */
  readonly refresh: () => void
  readonly member: (uri: unknown) => Member | undefined
  /** The findings of the current text of a document; other files count as last checked. */
  readonly findings: (member: Member) => readonly Diagnostic[]
  /** The text of a document with every fix made, also those that only another one makes possible. */
  readonly fixed: (member: Member) => string
  readonly end: () => void
}

/** How long to wait for more changes: they come in bursts, and a person does not notice. */
const pause = 10

/** A corpus with open documents, and what is scheduled for it. */
interface Work {
  readonly project: Project
  readonly publisher: Publisher
  timer: NodeJS.Timeout | undefined
  chain: NodeJS.Immediate | undefined
}

/** Everything that lasts between two messages of a client. */
export function openSession(reader: Reader, { publish, complain }: Client): Session {
  const works = new Map<string, Work>()
  const members = new Map<string, Member>()

  const attempt = (what: () => void): void => {
    try {
      what()
    } catch (error) {
      complain(error)
    }
  }

  /** One drill at a time, so that requests and further changes come in between; the open ones first. */
  const turn = (work: Work, first: boolean): void => {
    const { project } = work
    const [next, after] = project.stale()
    if (next !== undefined) project.lint(next)
    work.chain = after === undefined ? undefined : setImmediate(() => attempt(() => turn(work, false)))
    const seen = first || (next !== undefined && project.isOpen(next))
    if (after === undefined || (seen && !project.isOpen(after) && project.complete()))
      work.publisher.publish()
  }

  const stop = (work: Work): void => {
    clearTimeout(work.timer)
    clearImmediate(work.chain)
    works.delete(work.project.root)
  }

  const schedule = (work: Work): void => {
    work.timer ??= setTimeout(() => {
      work.timer = undefined
      clearImmediate(work.chain)
      attempt(() => turn(work, true))
    }, pause)
  }

  const workAt = (root: string): Work => {
    const known = works.get(root)
    if (known) return known
    const project = openProject(root, reader, complain)
    const publisher = publisherOf(project, () => members, publish)
    const work: Work = { project, publisher, timer: undefined, chain: undefined }
    works.set(root, work)
    return work
  }

  const locate = (uri: string): Omit<Member, 'document'> | undefined => {
    const absolute = pathOf(uri)
    const root = absolute === undefined ? undefined : reader.findRoot(path.dirname(absolute))
    if (absolute === undefined || root === undefined) return undefined
    const file = fromRoot(absolute, { root }, { cwd: root, reader })
    return belongs(file) ? { project: workAt(root).project, file } : undefined
  }

  const drop = (work: Work): void => {
    stop(work)
    work.publisher.withdraw()
  }

  const leave = (uri: string): void => {
    const member = members.get(uri)
    members.delete(uri)
    const work = member && works.get(member.project.root)
    if (!member || !work) return
    const others = [...members.values()].filter(({ project }) => project === member.project)
    if (others.length === 0) {
      drop(work)
      return
    }
    const twin = others.find(({ file }) => file === member.file)
    member.project.put(member.file, twin?.document.getText())
    member.project.refresh()
    schedule(work)
  }

  const findings = ({ project, file }: Member): readonly Diagnostic[] => {
    project.lint(file)
    return project.check().diagnostics.filter((found) => found.file === file)
  }

  const fixed = (member: Member): string => {
    const { project, file, document } = member
    let text = document.getText()
    try {
      for (let pass = 0; pass < mostFixPasses; pass += 1) {
        const edits = chooseEdits(findings(member))
        if (edits.length === 0) break
        text = applyEdits(text, edits)
        project.put(file, text)
      }
      return text
    } finally {
      project.put(file, document.getText())
    }
  }

  return {
    put: (document) => {
      const { uri } = document
      const known = members.get(uri)
      const place = known ?? locate(uri)
      if (!place) return
      members.set(uri, { ...place, document })
      if (!known) place.project.refresh()
      place.project.put(place.file, document.getText())
      const work = works.get(place.project.root)
      if (work) schedule(work)
    },
    close: ({ uri }) => leave(uri),
    refresh: () => {
      for (const work of [...works.values()]) {
        if (reader.findRoot(work.project.root) === work.project.root) {
          work.project.refresh()
          schedule(work)
        } else {
          for (const [uri, { project }] of [...members]) if (project === work.project) members.delete(uri)
          drop(work)
        }
      }
    },
    member: (uri) => (typeof uri === 'string' ? members.get(uri) : undefined),
    findings,
    fixed,
    end: () => {
      for (const work of [...works.values()]) stop(work)
    },
  }
}
