import { chmodSync, copyFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { makeTempFolder } from './temp-folder.ts'

/** A file that can't be written; its cause is the error of the file system. */
export class WriteError extends Error {
  readonly file: string
  constructor(file: string, cause: unknown) {
    super(`${file} can't be written`, { cause })
    this.file = file
  }
}

function naming<T>(file: string, act: () => T): T {
  try {
    return act()
  } catch (error) {
    throw new WriteError(file, error)
  }
}

const readOnly = (): Error => Object.assign(new Error('read-only'), { code: 'EACCES' })

/**
 * Gives existing files new texts, all of them or none: every text is written beside its file first, then renamed into
 * place in the order given; when one fails, those before it get their old text back. A file without write permission
 * is refused, even where its folder would allow to replace it.
 * @throws WriteError naming the file
 */
export function replaceTexts(files: readonly { readonly file: string; readonly text: string }[]): void {
  const folders: string[] = []
  const undo: (() => void)[] = []
  try {
    const ready = files.map(({ file, text }) =>
      naming(file, () => {
        const { mode } = statSync(file)
        if ((mode & 0o222) === 0) throw readOnly()
        const real = realpathSync(file)
        const folder = makeTempFolder(real)
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
