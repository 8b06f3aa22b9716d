import path from 'node:path'
import { isCorpusFile } from '../io/corpus-file.ts'
import type { Reader } from '../io/file-reader.ts'
import { load, type Source, sourceOf } from '../io/source.ts'
import { applyCorpusRules, checkDefinitions } from '../lint/corpus-rules.ts'
import type { ModelResult } from '../lint/file-result.ts'
import { type DocumentResults, lintLoop, lintRedirects, lintRubric } from '../lint/lint-documents.ts'
import { outsideOf } from '../lint/lint-input.ts'
import { lintMember } from '../lint/lint-member.ts'
import { readWorkspace } from '../lint/workspace.ts'
import { asDrill, type CorpusModel } from '../model/corpus-model.ts'
import { definitionFiles, loopFile, redirectsFile, rubricFile } from '../model/definition-files.ts'
import type { Definitions } from '../model/definitions.ts'
import { type Drill, folders } from '../model/drill.ts'
import type { Corpus } from '../model/facts.ts'
import { noHistory } from '../model/history.ts'
import { readDefinitions } from '../model/read-definitions.ts'
import { readHistory } from '../parse/history.ts'
import { parseLinkedDocument } from '../parse/linked-document.ts'
import { type Documents, memoizeLast, memoizeLastPair } from './memoize-last.ts'
import type { Project } from './project.ts'

/** Folders that the reader skips. */
const skipped = /(?:^|\/)(?:\.|node_modules\/)/

/** Whether a file belongs to the corpus, by its path from the root. */
export const belongs = (file: string): boolean => isCorpusFile(file) && !skipped.test(file)

const isDefinition = (file: string): boolean => definitionFiles.includes(file) || file === redirectsFile

const same = (a: Source | undefined, b: Source): boolean =>
  a !== undefined && 'bytes' in a && 'bytes' in b && Buffer.compare(a.bytes, b.bytes) === 0

interface Entry {
  readonly source: Source
  readonly definitions: Definitions | undefined
  readonly result: ModelResult<CorpusModel>
}

/**
 * Opens the corpus of a root.
 * @param complain is told of internal errors; the file in question is left without findings
 */
export function openProject(root: string, reader: Reader, complain: (error: unknown) => void): Project {
  let files = new Map<string, Source>()
  let outside: Corpus['outside'] = () => undefined
  let history = readHistory(noHistory)
  const buffers = new Map<string, Source>()
  const entries = new Map<string, Entry>()
  const loopOf = memoizeLast(lintLoop)
  const rubricOf = memoizeLast(lintRubric)
  const redirectsOf = memoizeLast(lintRedirects)
  const definitionsOf = memoizeLastPair((both: Documents) => readDefinitions(both.loop, both.rubric))
  const definitionFindings = memoizeLastPair(checkDefinitions)

  // A link or a file without permission stays a finding, whatever an editor shows of it.
  const sourceAt = (file: string): Source | undefined => {
    const read = files.get(file)
    return read && 'failure' in read ? read : (buffers.get(file) ?? read)
  }
  const loop = (): DocumentResults['loop'] => loopOf(sourceAt(loopFile))
  const rubric = (): DocumentResults['rubric'] => rubricOf(sourceAt(rubricFile))
  const definitions = (): Definitions | undefined =>
    definitionsOf({ loop: loop()?.model, rubric: rubric()?.model })
  const members = (): string[] =>
    [...new Set([...files.keys(), ...buffers.keys()])].filter((file) => !isDefinition(file)).sort()

  const isFresh = (file: string): boolean => {
    const entry = entries.get(file)
    return entry !== undefined && entry.source === sourceAt(file) && entry.definitions === definitions()
  }

  const attempt = (source: Source): ModelResult<CorpusModel> => {
    try {
      return lintMember(source, definitions())
    } catch (error) {
      complain(error)
      return { file: source.file, diagnostics: [] }
    }
  }

  const lint = (file: string): void => {
    const source = sourceAt(file)
    if (!source || isFresh(file)) return
    const { model, ...result } = attempt(source)
    // Syntax trees are large, and only those of open drills are needed repeatedly.
    const kept = model && buffers.has(file) ? { ...result, model } : result
    entries.set(file, { source, definitions: definitions(), result: kept })
  }

  const modelOf = (file: string): CorpusModel | undefined => {
    const source = sourceAt(file)
    if (!source || isDefinition(file)) return undefined
    if (!buffers.has(file)) return attempt(source).model
    lint(file)
    return entries.get(file)?.result.model
  }

  const drill = (id: string): Drill | undefined => {
    const files = Object.values(folders).map((folder) => `drills/${folder}/${id}.md`)
    const file = files.find((each) => sourceAt(each))
    return file === undefined ? undefined : asDrill(modelOf(file))
  }

  const refresh = (): void => {
    const before = files
    const workspace = readWorkspace(root, reader)
    files = new Map(
      workspace.sources.map((entry) => {
        const source = load(entry)
        const old = before.get(source.file)
        return [source.file, old && same(old, source) ? old : source]
      }),
    )
    for (const file of entries.keys()) if (!sourceAt(file)) entries.delete(file)
    outside = outsideOf(root, reader)
    history = readHistory(workspace.history)
  }

  refresh()
  return {
    root,
    refresh,
    put: (file, text) => {
      if (text === undefined) {
        buffers.delete(file)
        entries.delete(file)
        return
      }
      const source = sourceOf(file, Buffer.from(text))
      const before = sourceAt(file)
      buffers.set(file, before && same(before, source) ? before : source)
      // The result of a file that was closed until now has no model.
      if (!entries.get(file)?.result.model) entries.delete(file)
    },
    isOpen: (file) => buffers.has(file),
    stale: () => {
      const found = members().filter((file) => !isFresh(file))
      return [...found.filter((file) => buffers.has(file)), ...found.filter((file) => !buffers.has(file))]
    },
    complete: () => members().every((file) => entries.has(file)),
    lint,
    check: () =>
      applyCorpusRules(
        {
          loop: loop(),
          rubric: rubric(),
          redirects: redirectsOf(sourceAt(redirectsFile)),
          definitions: definitions(),
        },
        members().flatMap((file) => entries.get(file)?.result ?? []),
        { history, outside },
        definitionFindings,
      ),
    definitions,
    model: modelOf,
    drill,
    drills: () =>
      members().flatMap((file) => {
        const { drill: facts } = entries.get(file)?.result.facts ?? {}
        return facts ? [{ file, id: facts.id, title: facts.title }] : []
      }),
    rubric: () => rubric()?.model,
    loop: () => loop()?.model,
    exists: (file) => sourceAt(file) !== undefined || reader.exists(path.join(root, file)) === 'file',
    document: (file) => {
      if (file === loopFile) return loop()?.model
      if (file === rubricFile) return rubric()?.model
      if (sourceAt(file)) return modelOf(file)
      return file.endsWith('.md')
        ? parseLinkedDocument(file, reader.readText(path.join(root, file)) ?? '')
        : undefined
    },
  }
}
