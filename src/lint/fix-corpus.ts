import { isUtf8 } from 'node:buffer'
import { load, type Source } from '../io/source.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { chooseEdits, due } from '../rules/fixes/choose-edits.ts'
import { applyEdits } from '../text/apply-edits.ts'
import { lint } from './lint.ts'
import type { LintInput } from './lint-input.ts'

/** A file before and after its fixes, with its byte order mark where it has one. */
export interface FixedFile {
  readonly file: string
  readonly before: string
  readonly after: string
}

export interface FixResult {
  readonly files: readonly FixedFile[]
  /** The corpus with the fixes made. */
  readonly sources: readonly Source[]
}

/** A fix can make another one possible: a key has to be known before its value is read. */
export const mostFixPasses = 12

const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

/** Finds what is wrong with a corpus. */
type Check = (input: LintInput) => readonly Diagnostic[]

const lintAll: Check = (input) => lint(input, () => undefined).diagnostics

/** One pass over the corpus: every file with what its findings fix at once. */
function pass(
  input: LintInput & { readonly sources: readonly Source[] },
  wanted: (diagnostic: Diagnostic) => boolean,
  check: Check,
): Map<string, string> {
  const findings = new Map<string, Diagnostic[]>()
  for (const found of due(check(input).filter(wanted))) {
    const others = findings.get(found.file)
    if (others) others.push(found)
    else findings.set(found.file, [found])
  }
  const fixed = new Map<string, string>()
  for (const source of input.sources) {
    const found = findings.get(source.file)
    if (!found || !('bytes' in source) || !isUtf8(source.bytes)) continue
    const before = textOf(source.bytes)
    const after = applyEdits(before, chooseEdits(found))
    if (after !== before) fixed.set(source.file, after)
  }
  return fixed
}

/**
 * Makes the fixes of a corpus until nothing is left to fix. Files that are not UTF-8 are left alone.
 * @param wanted which findings may be fixed
 * @param check for callers that know a shorter way to the findings
 */
export function fixCorpus(
  input: LintInput,
  wanted: (diagnostic: Diagnostic) => boolean,
  check: Check = lintAll,
): FixResult {
  let sources = input.sources.map(load)
  const before = new Map(
    sources.flatMap((source) => ('bytes' in source ? [[source.file, textOf(source.bytes)] as const] : [])),
  )
  const changed = new Set<string>()
  for (let round = 0; round < mostFixPasses; round += 1) {
    const fixed = pass({ ...input, sources }, wanted, check)
    if (fixed.size === 0) break
    sources = sources.map((source) => {
      const text = fixed.get(source.file)
      if (text === undefined) return source
      changed.add(source.file)
      return { file: source.file, bytes: new TextEncoder().encode(text) }
    })
  }
  const files = sources.flatMap((source) => {
    const old = before.get(source.file)
    if (!changed.has(source.file) || old === undefined || !('bytes' in source)) return []
    const after = textOf(source.bytes)
    return after === old ? [] : [{ file: source.file, before: old, after }]
  })
  return { files, sources }
}
