import type { Command, Io } from '../io/io.ts'
import { UsageError } from '../io/usage-error.ts'
import { readArguments } from './flags/read-arguments.ts'

const options = {
  stdio: { type: 'boolean', default: false },
  // Added by client libraries. Not needed: standard input ends with the client.
  clientProcessId: { type: 'string' },
} as const

const help = `Usage: drills lsp --stdio

The linter as a language server, for editors: findings while you type, fixes,
completion, hover, symbols and definitions. docs/editors.md says how to set up
an editor.

  --stdio  talk over standard input and output

Exit codes: 0 after a shutdown, 1 when the client is gone without one, 2 wrong
usage, 3 an internal error.
`

async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments(args, options, 'lsp')
  if (positionals.length > 0) throw new UsageError('`drills lsp` takes no paths; the editor names the files')
  if (!values.stdio || !io.streams)
    throw new UsageError(
      '`drills lsp` talks over standard input and output; start it as `drills lsp --stdio`',
    )
  const { serve } = await import('../lsp/server.ts')
  return serve(io.streams(), io)
}

export const command: Command = { help, run }
