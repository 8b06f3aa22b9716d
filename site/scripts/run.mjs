import { spawn } from 'node:child_process'

/**
 * Runs a program and captures its output, to show it on failure.
 * @param options.signal kills the program and rejects with an `AbortError`
 * @returns the exit code, standard output, and all output in order
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

/** Runs the npm that started this process, or the one on the PATH. */
export function npm(args, options) {
  const cli = process.env.npm_execpath
  if (cli?.endsWith('.js')) return run(process.execPath, [cli, ...args], options)
  // On Windows npm is a script, which needs a shell; all arguments are constants.
  return process.platform === 'win32'
    ? run('npm.cmd', args, { ...options, shell: true })
    : run('npm', args, options)
}
