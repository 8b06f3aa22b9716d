import { spawnSync } from 'node:child_process'
import { cpSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { commit } from './git.ts'
import { root, temporary, writeCorpus } from './package.ts'

export interface Ran {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

const env = { ...process.env, npm_config_offline: 'true', npm_config_loglevel: 'error' }

/** Runs a script of Node.js. */
export function run(cwd: string, file: string, ...args: readonly string[]): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], {
    cwd,
    encoding: 'utf8',
    env,
  })
  return { code: status, stdout, stderr }
}

/** Runs the version script in a repository. */
export const version = (cwd: string): Ran => run(cwd, path.join(root, 'scripts/version.mjs'))

/** The text of a file below a folder. */
export const read = (folder: string, name: string): string => readFileSync(path.join(folder, name), 'utf8')
export const json = (folder: string, name: string): unknown => JSON.parse(read(folder, name))

/** A repository of drills before its first release, as the project's own unless it says otherwise. */
export function repository(
  fields: Readonly<Record<string, unknown>> & { readonly name: string } = { name: 'audio-text-drills' },
): ReturnType<typeof temporary> {
  const made = temporary('release')
  writeCorpus(made.folder, {
    'package.json': `${JSON.stringify({ private: true, version: '0.9.0', type: 'module', ...fields }, null, 2)}\n`,
    'history/changes.json': '[]\n',
    'history/published.json': '{ "version": null, "drills": {} }\n',
    '.changeset/README.md': '# Changesets\n',
    '.changeset/first.md': `---\n"${fields.name}": major\n---\n\nThe first release.\n`,
    '.gitignore': 'dist/\nnode_modules/\n',
  })
  cpSync(path.join(root, '.changeset/config.json'), path.join(made.folder, '.changeset/config.json'))
  commit(made.folder)
  return made
}

/** Such a repository after its first release. */
export function releasedRepository(): ReturnType<typeof temporary> {
  const made = repository()
  version(made.folder)
  commit(made.folder)
  return made
}

/** The names of its changesets. */
export const pending = (folder: string): string[] =>
  readdirSync(path.join(folder, '.changeset')).filter((name) => name.endsWith('.md') && name !== 'README.md')
