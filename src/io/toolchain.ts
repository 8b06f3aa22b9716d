import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Reader } from './file-reader.ts'

function packageRoot(folder: string): string {
  const parent = path.dirname(folder)
  return existsSync(path.join(folder, 'package.json')) || parent === folder ? folder : packageRoot(parent)
}

/** The folder of the toolchain itself, above both `src/` and the compiled `lib/`. */
export const toolchainRoot: string = packageRoot(path.dirname(fileURLToPath(import.meta.url)))

/** The id that `scripts/build.mjs` gave this build; undefined when it is not built. */
export function toolchainIdentity({ readText }: Reader): string | undefined {
  const built = readText(path.join(toolchainRoot, 'lib/build-id'))
  return built && `${built} ${process.version}`
}
