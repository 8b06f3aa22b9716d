import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'

/** A file to write: its path below the output folder, and its text. */
export interface Artifact {
  readonly path: string
  readonly text: string
}

/** Folders of builds that were killed: a new one takes them away once it has begun after them by this many ms. */
const abandonedAfter = 3_600_000

const prefix = (out: string): string => `.${path.basename(out)}.tmp-`

/** Takes away what killed builds left, but not what another one is writing right now. */
function clean(out: string): void {
  const parent = path.dirname(out)
  const now = statSync(out).mtimeMs
  for (const name of readdirSync(parent)) {
    if (!name.startsWith(prefix(out))) continue
    const folder = path.join(parent, name)
    const begun = statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? now
    if (now - begun > abandonedAfter) rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Writes a folder whole: everything goes to a new folder beside it, which then takes its place.
 * Until that moment the old one stays as it was, and whatever fails before leaves it so.
 */
export function writeFolder(out: string, artifacts: readonly Artifact[]): void {
  mkdirSync(path.dirname(out), { recursive: true })
  const work = mkdtempSync(path.join(path.dirname(out), prefix(out)))
  const ready = path.join(work, 'new')
  const old = path.join(work, 'old')
  try {
    mkdirSync(ready)
    for (const { path: name, text } of artifacts) {
      const file = path.join(ready, name)
      mkdirSync(path.dirname(file), { recursive: true })
      writeFileSync(file, text)
    }
    if (existsSync(out)) renameSync(out, old)
    try {
      renameSync(ready, out)
    } catch (error) {
      if (existsSync(old) && !existsSync(out)) renameSync(old, out)
      throw error
    }
    clean(out)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

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
