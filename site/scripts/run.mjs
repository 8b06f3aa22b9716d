import { spawn } from 'node:child_process'

/**
 * Runs a program quietly: what it prints is kept, to be shown when it fails.
 * @param options.signal ends it, and the promise with an `AbortError`
 * @returns its exit code, its standard output, and all that it printed in order
 */
export function run(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    const printed = []
    const out = []
    child.stdout.on('data', (part) => {
      out.push(part)
      printed.push(part)
    })
    child.stderr.on('data', (part) => printed.push(part))
    child.on('error', reject)
    child.on('close', (code) =>
      resolve({
        code: code ?? 1,
        out: Buffer.concat(out).toString(),
        printed: Buffer.concat(printed).toString(),
      }),
    )
  })
}

/** npm, as it was called for this process or as it is on the path. */
export function npm(args, options) {
  const cli = process.env.npm_execpath
  if (cli?.endsWith('.js')) return run(process.execPath, [cli, ...args], options)
  // Windows has a script of this name, which only a shell can run; all arguments are our own.
  return process.platform === 'win32'
    ? run('npm.cmd', args, { ...options, shell: true })
    : run('npm', args, options)
}
