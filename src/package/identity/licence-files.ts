import path from 'node:path'
import type { Reader } from '../../io/file-reader.ts'
import { UsageError } from '../../io/usage-error.ts'
import type { Artifact } from '../../io/write-folder.ts'
import { quote } from '../../text/quote.ts'

const usual = /^(?:licen[cs]es?|copying|notices?)(?:[._-].+)?$/i

/** Names that a file of the build has, or a folder. */
const taken =
  /^(?:package\.json|readme(?:\..*)?|changelog\.md|third_party_notices\.md|types|data|drills|prompts|samples|schemas|.*\.(?:[cm]?js|ts|json))$/i

/**
 * The text of a file beside package.json; undefined where there is none.
 * @throws UsageError for one that can't be shipped as it is
 */
function textOf(root: string, name: string, reader: Reader): string | undefined {
  const file = path.join(root, name)
  if (reader.exists(file) !== 'file') return undefined
  if (path.dirname(reader.realPath(file)) !== reader.realPath(root))
    throw new UsageError(`the licence file ${quote(name, 100)} is a link out of its folder; expected a file`)
  const bytes = reader.readBytes(file)
  if (bytes === undefined) throw new UsageError(`can’t read the licence file ${quote(name, 100)}`)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new UsageError(`the licence file ${quote(name, 100)} is not text in UTF-8`)
  }
}

/** The file that a licence such as `SEE LICENSE IN TERMS.md` names. */
const namedIn = (license: unknown): string | undefined =>
  typeof license === 'string' ? /^see licen[cs]e in (.+)$/i.exec(license.trim())?.[1]?.trim() : undefined

/**
 * The licence files of a repository: those of the usual names, and the one that its package.json names.
 * @throws UsageError where the one that is named can't be shipped
 */
export function licenceFiles(root: string, license: unknown, reader: Reader): readonly Artifact[] {
  const named = namedIn(license)
  const names = new Set(reader.list(root).filter((name) => usual.test(name) && !taken.test(name)))
  if (named !== undefined) {
    const shown = quote(named, 100)
    if (/[/\\]/.test(named) || taken.test(named))
      throw new UsageError(
        `\`license\` in \`package.json\` names ${shown}; expected a text file beside it, such as \`LICENSE.md\``,
      )
    if (reader.exists(path.join(root, named)) !== 'file')
      throw new UsageError(`\`license\` in \`package.json\` names ${shown}; expected a file that exists`)
    names.add(named)
  }
  return [...names].sort().flatMap((name) => {
    const text = textOf(root, name, reader)
    return text === undefined ? [] : [{ path: name, text }]
  })
}
