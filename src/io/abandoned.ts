import { readdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'

/** What killed runs left: a run takes it away that has begun after them by this many ms. */
const abandonedAfter = 3_600_000

/**
 * Takes away folders that killed runs left, but none that another run is writing right now. One that can't be taken
 * away, because it is somebody else's, stays.
 * @param prefix how their names begin
 * @param now by the clock of the file system that they stand on
 */
export function takeAwayAbandoned(parent: string, prefix: string, now: number): void {
  for (const name of readdirSync(parent)) {
    if (!name.startsWith(prefix)) continue
    const folder = path.join(parent, name)
    try {
      const begun = statSync(folder).mtimeMs
      if (now - begun > abandonedAfter) rmSync(folder, { recursive: true, force: true })
    } catch {}
  }
}
