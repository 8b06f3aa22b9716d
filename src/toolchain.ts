import { fileURLToPath } from 'node:url'

/** The folder of the toolchain itself, one above both `src/` and the compiled `lib/`. */
export const toolchainRoot: string = fileURLToPath(new URL('..', import.meta.url))
