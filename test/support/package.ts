import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { version } from '../../src/model/project.ts'
import { paths, valid } from './corpus.ts'

export const root: string = fileURLToPath(new URL('../..', import.meta.url))
export const cli: string = path.join(root, 'bin/drills.js')

/** A new folder outside the repository, and how to take it away. */
export function temporary(name: string): { folder: string; remove: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), `${name}-`))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Writes files below a folder. */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
}

/** The package.json of a repository whose drills become our package. */
export const ourManifest: string = `${JSON.stringify({ name: 'audio-text-drills', version, private: true, type: 'module' })}\n`

/** A corpus of the valid fixtures on disk, as if it were of this project. */
export function writeCorpus(folder: string, more: Readonly<Record<string, string>> = {}): void {
  writeFiles(folder, {
    'package.json': ourManifest,
    [paths.loop]: valid.loop,
    [paths.rubric]: valid.rubric,
    [paths.round]: valid.round,
    [paths.incident]: valid.incident,
    [paths.question]: valid.question,
    ...more,
  })
}

/** Runs Node.js and gives what it printed; throws when it fails. */
export function node(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): string {
  return execFileSync(process.execPath, [...args], { cwd, encoding: 'utf8', env: { ...process.env, ...env } })
}

/** Runs npm without the network and gives what it printed; throws when it fails. */
export function npm(args: readonly string[], cwd: string): string {
  return execFileSync('npm', [...args, '--offline', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd,
    encoding: 'utf8',
  })
}

/** Packs the package of the tool into a folder; gives the tarball. */
export function packCli(folder: string): string {
  const built = path.join(folder, 'built')
  node([path.join(root, 'scripts/build-cli.mjs'), built], folder)
  npm(['pack', built, '--pack-destination', folder], folder)
  return path.join(folder, `audio-text-drills-cli-${version}.tgz`)
}

/** Packs the package of the tool and unpacks it into a folder, where it has none of its dependencies; gives where it is. */
export function packTool(folder: string): string {
  execFileSync('tar', ['-xzf', path.basename(packCli(folder))], { cwd: folder })
  return path.join(folder, 'package')
}

/** Builds the package of a corpus, packs it, and installs the tarball into an empty project. */
export function installPackage(corpus: string, project: string): string {
  const dist = path.join(corpus, 'dist')
  node([cli, 'build', '--out', dist], corpus)
  npm(['pack', dist, '--pack-destination', project], project)
  const tarball = readdirSync(project).find((name) => name.endsWith('.tgz')) ?? ''
  writeFiles(project, { 'package.json': JSON.stringify({ name: 'consumer', private: true, type: 'module' }) })
  npm(['install', `./${tarball}`], project)
  return path.join(project, tarball)
}
