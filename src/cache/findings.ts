import type { Diagnostic, Place } from '../diagnostic.ts'
import type { DrillFacts, Facts, Target } from '../facts.ts'
import { relativeTarget } from '../parse/target.ts'

/** What one file comes to: its findings, and what the corpus needs to know of it. */
export interface Findings {
  readonly diagnostics: readonly Diagnostic[]
  readonly facts?: Facts
}

type PackedPlace = readonly [line: number, column: number, endLine: number, endColumn: number]

interface Packed {
  readonly diagnostics: readonly Diagnostic[]
  readonly anchors?: readonly string[]
  readonly targets?: readonly (readonly [url: string, place: PackedPlace])[]
  readonly drill?: Omit<DrillFacts, 'shingles'> & { readonly shingles: string }
}

const packPlace = ({ line, column, endLine, endColumn }: Place): PackedPlace => [
  line,
  column,
  endLine,
  endColumn,
]

const packShingles = (shingles: readonly number[]): string =>
  Buffer.from(Uint32Array.from(shingles).buffer).toString('base64')

function unpackShingles(packed: string): number[] {
  const bytes = Buffer.from(packed, 'base64')
  return Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readUInt32LE(4 * index))
}

/** Findings as text; a third of their plain JSON. */
export function packFindings({ diagnostics, facts }: Findings): string {
  const drill = facts?.drill
  return JSON.stringify({
    diagnostics,
    ...(facts && {
      anchors: facts.anchors,
      targets: facts.targets.map(({ url, place }) => [url, packPlace(place)]),
    }),
    ...(drill && { drill: { ...drill, shingles: packShingles(drill.shingles) } }),
  } satisfies Packed)
}

/** The findings of a file from their text. */
export function unpackFindings(file: string, text: string): Findings {
  const { diagnostics, anchors, targets = [], drill } = JSON.parse(text) as Packed
  if (!anchors) return { diagnostics }
  const resolved = targets.flatMap(([url, [line, column, endLine, endColumn]]): Target[] => {
    const target = relativeTarget(file, url)
    return target ? [{ ...target, url, place: { line, column, endLine, endColumn } }] : []
  })
  return {
    diagnostics,
    facts: {
      file,
      anchors,
      targets: resolved,
      ...(drill && { drill: { ...drill, shingles: unpackShingles(drill.shingles) } }),
    },
  }
}
