import path from 'node:path'
import type { Io } from '../../io/io.ts'
import { toolchainRoot } from '../../io/toolchain.ts'
import { UsageError } from '../../io/usage-error.ts'
import type { Artifact } from '../../io/write-folder.ts'
import { ownValue } from '../../text/own-value.ts'
import { packageNameOf } from '../../text/package-name.ts'
import { quote } from '../../text/quote.ts'
import { type Identity, isOurs, noVersion, ourFields } from './identity.ts'
import { licenceFiles } from './licence-files.ts'
import { manifestFields } from './manifest-fields.ts'

type Fields = Readonly<Record<string, unknown>>

function parse(json: string): Fields {
  let found: unknown
  try {
    found = JSON.parse(json.replace(/^\ufeff/, ''))
  } catch {
    throw new UsageError('`package.json` is not JSON')
  }
  if (typeof found !== 'object' || found === null || Array.isArray(found))
    throw new UsageError('`package.json` is not an object')
  return found as Fields
}

/** @throws UsageError where it can't be read */
function manifestOf(root: string, { reader }: Pick<Io, 'reader'>): Fields {
  const file = path.join(root, 'package.json')
  const found = reader.readText(file)
  if (found !== undefined) return parse(found)
  if (reader.exists(file) !== undefined) throw new UsageError('`package.json` can’t be read')
  return { private: true }
}

function shownValue(value: unknown): string {
  if (typeof value !== 'object' || value === null) return quote(String(value))
  return Array.isArray(value) ? 'a list' : 'an object'
}

/** The fields that are taken over, as they are declared. */
function declaredFields(manifest: Fields): Fields {
  const found = Object.entries(manifestFields).flatMap(([name, { expected, take }]) => {
    const value = ownValue(manifest, name)
    // `npm init` leaves such fields.
    if (value === undefined || value === '') return []
    const taken = take(value)
    if (taken !== undefined) return [[name, taken] as const]
    throw new UsageError(`\`${name}\` in \`package.json\` is ${shownValue(value)}; expected ${expected}`)
  })
  return Object.fromEntries(found)
}

/** The licences of our code and of our content. */
function ourLicences({ reader }: Pick<Io, 'reader'>): Artifact[] {
  return ['LICENSE', 'LICENSE-CONTENT'].map((name) => {
    const text = reader.readText(path.join(toolchainRoot, name))
    if (text === undefined) throw new Error(`the toolchain lacks its file ${name}`)
    return { path: name, text }
  })
}

/** Without a word about its licence, text is its author’s alone. */
function licenceOf(licences: readonly Artifact[]): string {
  const [first] = licences.filter(({ path: name }) => !/^notice/i.test(name))
  return first ? `SEE LICENSE IN ${first.path}` : 'UNLICENSED'
}

/**
 * Whose drills they are, by the package.json beside them. Where it says nothing, the folder gives the name, and nobody
 * is allowed anything.
 * @throws UsageError for a package.json that npm would not take either
 */
export function identityOf(root: string, io: Pick<Io, 'reader'>): Identity {
  const { name, version, ...fields } = declaredFields(manifestOf(root, io))
  const known = {
    name: (name as string | undefined) ?? packageNameOf(path.basename(root)),
    version: (version as string | undefined) ?? noVersion,
  }
  if (isOurs(known)) return { ...known, fields: ourFields, licences: ourLicences(io) }
  const licences = licenceFiles(root, fields['license'], io.reader)
  return { ...known, fields: { ...fields, license: fields['license'] ?? licenceOf(licences) }, licences }
}
