import { buffer } from 'node:stream/consumers'
import { main } from './cli.ts'
import { fileReader } from './read.ts'

/** A closed pipe (`drills lint | head`) ends quietly. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}

// Setting the exit code and returning, because process.exit() loses what a pipe has not taken yet.
process.exitCode = await main(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  reader: fileReader,
  out: (part) => void process.stdout.write(part),
  talk: (part) => void process.stderr.write(part),
  input: () => buffer(process.stdin),
  terminal: process.stdout.isTTY === true,
  columns: process.stdout.columns ?? 80,
})
