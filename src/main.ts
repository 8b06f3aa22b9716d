import { once } from 'node:events'
import { buffer } from 'node:stream/consumers'
import { main } from './cli.ts'
import { fileWriter } from './io/file-writer.ts'
import { gitReader } from './io/git-reader.ts'
import type { Io } from './io/io.ts'
import { toolchainIdentity } from './io/toolchain.ts'

const unread = new AbortController()

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', ({ code, message }: NodeJS.ErrnoException) => {
    // A closed pipe (`drills lint | head`) ends quietly. A full disk must not look like a verdict.
    if (code === 'EPIPE') {
      unread.abort()
      return
    }
    process.once('exit', () => {
      process.exitCode = 3
    })
    if (stream === process.stdout) process.stderr.write(`drills: can’t write the output: ${message}\n`)
  })
}

const output = {
  env: process.env,
  stdout: (text: string) => void process.stdout.write(text),
  stderr: (text: string) => void process.stderr.write(text),
}

async function open(): Promise<Io> {
  // It takes 5 ms to load, which help need not wait for.
  const { fileReader } = await import('./io/file-reader.ts')
  return {
    ...output,
    cwd: process.cwd(),
    reader: fileReader,
    writer: fileWriter,
    git: gitReader,
    toolchain: () => toolchainIdentity(fileReader),
    input: () => buffer(process.stdin),
    stopped: () => Promise.race([once(process, 'SIGINT'), once(unread.signal, 'abort')]),
    serve: async (...args) => (await import('./io/serve.ts')).serve(...args),
    streams: () => ({ input: process.stdin, output: process.stdout }),
    terminal: process.stdout.isTTY === true,
    columns: process.stdout.columns || 80,
  }
}

// Not process.exit(), which loses output that a pipe has not taken yet.
process.exitCode = await main(process.argv.slice(2), output, open)
