/** Largest file in bytes: drills are 5 to 10 KB. */
export const maxFileBytes: number = 256 * 1024

/** A file of the corpus as it was read, or why it was not. Paths are relative to the root, with `/`. */
export type Source =
  | { readonly file: string; readonly bytes: Uint8Array }
  | { readonly file: string; readonly size: number }
  | { readonly file: string; readonly failure: string }

/** A file of the corpus that is read on demand, so that a large corpus is never in memory all at once. */
export interface LazySource {
  readonly file: string
  readonly read: () => Source
}

/** Reads a file of the corpus, unless it is already read. */
export const load = (entry: Source | LazySource): Source => ('read' in entry ? entry.read() : entry)

/** Bytes as a file of the corpus; drops the bytes of a file that is too large. */
export const sourceOf = (file: string, bytes: Uint8Array): Source =>
  bytes.length > maxFileBytes ? { file, size: bytes.length } : { file, bytes }
