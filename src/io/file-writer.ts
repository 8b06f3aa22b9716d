import { createTexts } from './create-texts.ts'
import { replaceFile } from './replace-file.ts'
import { replaceTexts } from './replace-texts.ts'
import { type Artifact, type FolderDraft, openFolder } from './write-folder.ts'
import { appendText, createText, writeText } from './write-text.ts'

/** The only door to the file system for writing; tests pass their own. Failures throw the error of the system. */
export interface Writer {
  /** Writes or replaces one file, whole. */
  readonly writeText: (file: string, text: string) => void
  /** Writes a file that must not exist yet. */
  readonly createText: (file: string, text: string) => void
  /** Writes files that must not exist yet below a folder, all of them or none. */
  readonly createTexts: (folder: string, files: readonly Artifact[]) => void
  /** Puts a file in the place of whatever has its name, and makes its folder. */
  readonly replaceFile: (file: string, content: string | Uint8Array) => void
  /** Replaces existing files, all of them or none; throws a WriteError. */
  readonly replaceTexts: (files: readonly { readonly file: string; readonly text: string }[]) => void
  readonly appendText: (file: string, text: string) => void
  /** Opens a folder that is written beside its place and put there whole. */
  readonly openFolder: (out: string) => FolderDraft
}

/** Writes to the file system of this machine. */
export const fileWriter: Writer = {
  writeText,
  createText,
  createTexts,
  replaceFile,
  replaceTexts,
  appendText,
  openFolder,
}
