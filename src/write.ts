import {
  appendFileSync,
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

/** Adds to the end of a file, which is made when there is none. */
export function appendText(name: string, text: string): void {
  appendFileSync(name, text)
}
