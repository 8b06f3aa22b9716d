import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Reader } from './read.ts'

/** The folder of the toolchain itself, one above both `src/` and the compiled `lib/`. */
export const toolchainRoot: string = fileURLToPath(new URL('..', import.meta.url))

/** What the compiled toolchain is made of, in a few characters that `scripts/build.mjs` wrote; undefined without them. */
export function toolchainIdentity({ readText }: Reader): string | undefined {
  const built = readText(path.join(toolchainRoot, 'lib/build-id'))
  return built && `${built} ${process.version}`
}
