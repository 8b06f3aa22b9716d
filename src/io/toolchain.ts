import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Reader } from './file-reader.ts'

function packageRoot(folder: string): string {
  return existsSync(path.join(folder, 'package.json')) ? folder : packageRoot(path.dirname(folder))
}

/** The folder of the toolchain itself, above both `src/` and the compiled `lib/`. */
export const toolchainRoot: string = packageRoot(path.dirname(fileURLToPath(import.meta.url)))

/** What the compiled toolchain is made of, in a few characters that `scripts/build.mjs` wrote; undefined without them. */
export function toolchainIdentity({ readText }: Reader): string | undefined {
  const built = readText(path.join(toolchainRoot, 'lib/build-id'))
  return built && `${built} ${process.version}`
}
