import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Tests that run the real tool find it built from the sources at hand. */
export default function setup(): void {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: 'inherit' })
}
