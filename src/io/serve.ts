import { PortError, startServer } from '../../site/scripts/static-server.mjs'
import { UsageError } from './usage-error.ts'

export interface Served {
  readonly url: string
  readonly close: () => Promise<void>
}

/**
 * Serves files on the loopback interface.
 * @param files their bytes by path; they may change from one run to the next
 * @param base the folder of their addresses, with `/` at both ends
 * @param port 0 for any that is free
 * @throws UsageError when the port can't be had
 */
export async function serve(
  files: ReadonlyMap<string, Uint8Array>,
  { base, port }: { readonly base: string; readonly port: number },
): Promise<Served> {
  try {
    const { url, show, close } = await startServer({ port, base })
    show(files, () => false)
    return { url, close }
  } catch (error) {
    if (error instanceof PortError)
      throw new UsageError(`${error.message}; choose another with \`--port <n>\`, or any with \`--port 0\``)
    throw error
  }
}
