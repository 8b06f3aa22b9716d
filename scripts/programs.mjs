// Programs that tests need beside Node.js: where they are, and how they are installed.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

/** Where a program of this name may be. */
export const onPath = (name) =>
  (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter((folder) => path.isAbsolute(folder))
    .map((folder) => path.join(folder, name))

/** Runs a program and shows what it prints as talk; its failure is no failure of the script. */
export function attempt(program, args, env = {}) {
  console.error(`$ ${[program, ...args].join(' ')}`)
  const options = { cwd: root, stdio: ['ignore', 2, 2], env: { ...process.env, ...env }, timeout: 900_000 }
  return spawnSync(program, args, options).status === 0
}

/** Whether a package of Debian was installed, which takes root on Debian. */
export function installOnDebian(name) {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : ''
  return (
    process.getuid?.() === 0 &&
    /^ID=debian$/m.test(release) &&
    attempt('apt-get', ['update']) &&
    attempt('apt-get', ['install', '-y', name], { DEBIAN_FRONTEND: 'noninteractive' })
  )
}
