import { once } from 'node:events'
import { buffer } from 'node:stream/consumers'
import { main } from './cli.ts'
import { fileReader } from './io/file-reader.ts'
import { fileWriter } from './io/file-writer.ts'
import { gitReader } from './io/git-reader.ts'
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

// Setting the exit code and returning, because process.exit() loses what a pipe has not taken yet.
process.exitCode = await main(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  reader: fileReader,
  writer: fileWriter,
  git: gitReader,
  threads: async () => (await import('./lint/threads.ts')).threads(),
  toolchain: () => toolchainIdentity(fileReader),
  stdout: (part) => void process.stdout.write(part),
  stderr: (part) => void process.stderr.write(part),
  input: () => buffer(process.stdin),
  stopped: () => Promise.race([once(process, 'SIGINT'), once(unread.signal, 'abort')]),
  streams: () => ({ input: process.stdin, output: process.stdout }),
  terminal: process.stdout.isTTY === true,
  columns: process.stdout.columns || 80,
})
