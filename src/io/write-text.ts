import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'

/**
 * Writes one file so that readers see the old one or the new one, never a part. A link stays a link to the new text;
 * what is no regular file (`/dev/null`, a pipe) is written to, not replaced.
 */
export function writeText(name: string, text: string): void {
  const found = statSync(name, { throwIfNoEntry: false })
  if (found && !found.isFile() && !found.isDirectory()) {
    writeFileSync(name, text)
    return
  }
  const file = found ? realpathSync(name) : name
  const folder = mkdtempSync(path.join(path.dirname(file), '.drills.tmp-'))
  try {
    const ready = path.join(folder, 'new')
    writeFileSync(ready, text, found ? { mode: found.mode } : {})
    renameSync(ready, file)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A file that can't be written, with the code of the file system. */
export class WriteError extends Error {
  readonly file: string
  readonly code: string
  constructor(file: string, cause: unknown) {
    super(`${file} can't be written`, { cause })
    this.file = file
    this.code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  }
}

function naming<T>(file: string, act: () => T): T {
  try {
    return act()
  } catch (error) {
    throw new WriteError(file, error)
  }
}

const refused = (): Error => Object.assign(new Error('read-only'), { code: 'EACCES' })

/**
 * Gives existing files new texts, all of them or none: first every text is put beside its file, then they take their
 * places in the order given; when one can't, those before it get their old text back. A file without write permission
 * is refused, though its folder would allow to replace it.
 * @throws WriteError naming the file
 */
export function writeTexts(files: readonly { readonly file: string; readonly text: string }[]): void {
  const folders: string[] = []
  const undo: (() => void)[] = []
  try {
    const ready = files.map(({ file, text }) =>
      naming(file, () => {
        const { mode } = statSync(file)
        if ((mode & 0o222) === 0) throw refused()
        const real = realpathSync(file)
        const folder = mkdtempSync(path.join(path.dirname(real), '.drills.tmp-'))
        folders.push(folder)
        const [fresh, old] = [path.join(folder, 'new'), path.join(folder, 'old')]
        copyFileSync(real, old)
        writeFileSync(fresh, text)
        chmodSync(fresh, mode)
        return { file, real, fresh, old }
      }),
    )
    for (const { file, real, fresh, old } of ready) {
      naming(file, () => renameSync(fresh, real))
      undo.push(() => renameSync(old, real))
    }
  } catch (error) {
    for (const back of undo) back()
    throw error
  } finally {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  }
}

/** Adds to the end of a file, which is made when there is none. */
export function appendText(name: string, text: string): void {
  appendFileSync(name, text)
}
