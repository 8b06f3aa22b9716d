import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './package.ts'

export interface Comment {
  readonly path: string
  readonly line: number
  readonly side: string
  readonly start_line?: number
  readonly start_side?: string
  readonly body: string
}

export interface PullFile {
  readonly filename: string
  readonly patch?: string
}

export interface Earlier {
  readonly user: { readonly login: string } | null
  readonly path: string
  readonly line: number | null
  readonly body: string
}

export interface Scripts {
  readonly textsOfZip: (
    bytes: Uint8Array,
    most: Readonly<Record<string, number>>,
  ) => ReadonlyMap<string, string>
  readonly reviewOf: (
    texts: ReadonlyMap<string, string>,
    pull: { readonly number: number; readonly head: string; readonly files: readonly PullFile[] },
    earlier: readonly Earlier[],
  ) => {
    readonly dropped: number
    readonly review: {
      readonly commit_id: string
      readonly event: string
      readonly body: string
      readonly comments: readonly Comment[]
    }
  }
}

/** The pure parts of `scripts/suggest.mjs`. */
export async function suggestScripts(): Promise<Scripts> {
  const load = (name: string): Promise<Partial<Scripts>> =>
    import(pathToFileURL(path.join(root, 'scripts', name)).href)
  return { ...(await load('suggest-zip.mjs')), ...(await load('suggest-review.mjs')) } as Scripts
}

export const head: string = 'ab'.repeat(20)

/** An artifact as a good run leaves it. */
export const artifact = (diff: string, claim: unknown = { number: 7, head }): ReadonlyMap<string, string> =>
  new Map([
    ['fixes.diff', diff],
    ['pull-request.json', `${JSON.stringify(claim)}\n`],
  ])

/** A diff of one file. */
export const diffOf = (file: string, ...hunks: readonly string[]): string =>
  `--- a/${file}\n+++ b/${file}\n${hunks.map((hunk) => `${hunk}\n`).join('')}`
