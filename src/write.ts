import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
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

const prefix = (out: string): string => `.${path.basename(out)}-`

function clean(out: string, current: string): void {
  const parent = path.dirname(out)
  const { mtimeMs: now } = statSync(current)
  for (const name of readdirSync(parent)) {
    const folder = path.join(parent, name)
    if (!name.startsWith(prefix(out)) || !name.endsWith('.tmp') || folder === current) continue
    if (now - statSync(folder).mtimeMs > abandonedAfter) rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Writes a folder whole: everything goes to a new folder beside it, which then takes its place.
 * Until that moment the old one stays as it was, and whatever fails before leaves it so.
 */
export function writeFolder(out: string, artifacts: readonly Artifact[]): void {
  mkdirSync(path.dirname(out), { recursive: true })
  const fresh = `${mkdtempSync(path.join(path.dirname(out), prefix(out)))}`
  const ready = `${fresh}.tmp`
  renameSync(fresh, ready)
  const old = `${fresh}-old.tmp`
  try {
    for (const { path: name, text } of artifacts) {
      const file = path.join(ready, name)
      mkdirSync(path.dirname(file), { recursive: true })
      writeFileSync(file, text)
    }
    if (existsSync(out)) renameSync(out, old)
    try {
      renameSync(ready, out)
    } catch (error) {
      if (existsSync(old)) renameSync(old, out)
      throw error
    }
    clean(out, out)
  } finally {
    rmSync(ready, { recursive: true, force: true })
    rmSync(old, { recursive: true, force: true })
  }
}

/** Writes one file so that readers see the old one or the new one, never a part. */
export function writeText(file: string, text: string): void {
  const folder = mkdtempSync(path.join(path.dirname(file), '.drills-'))
  try {
    const ready = path.join(folder, path.basename(file))
    writeFileSync(ready, text)
    renameSync(ready, file)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
