import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { writeCorpus } from './corpus/corpus.mjs'
import { bench, inBench, node, peer, root, scratch } from './paths.mjs'

function run(program, args, cwd) {
  const { status, error } = spawnSync(program, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] })
  if (status !== 0) throw error ?? new Error(`${program} ${args.join(' ')} ended with ${status}`)
}

/** Installs the peers when their lock file is not the one that was installed last. */
export function installPeers() {
  const lock = createHash('sha256')
    .update(readFileSync(inBench('package-lock.json')))
    .digest('hex')
  const stamp = peer('.installed-lock')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  // Install scripts are not needed: binaries come as packages.
  const args = ['ci', '--ignore-scripts', '--no-fund', '--no-audit']
  const cli = process.env.npm_execpath
  if (cli?.endsWith('.js')) run(node, [cli, ...args], bench)
  else run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, bench)
  writeFileSync(stamp, lock)
}

/** Builds the tool that is measured. */
export const buildTool = () => run(node, ['scripts/build.mjs'], root)

/** The schema of the front matter in the dialect that older validators read. */
function olderSchema() {
  const { $schema, $id, ...schema } = JSON.parse(
    readFileSync(path.join(root, 'schemas/drill.schema.json'), 'utf8'),
  )
  return JSON.stringify(schema)
}

/**
 * Takes something away for good only when all is measured: ext4 without a journal takes ten times as long to create a
 * file as long as the last minutes have seen many deleted.
 */
export function setAside(file) {
  if (!existsSync(file)) return
  const aside = path.join(scratch, 'aside')
  mkdirSync(aside, { recursive: true })
  renameSync(file, path.join(mkdtempSync(path.join(aside, '-')), 'it'))
}

/**
 * A corpus of its own for a contender, with the configuration of the peers.
 * @returns its folder
 */
export function corpusFolder({ size, seed, mistakes = false, samples = false, name = 'shared' }) {
  const folder = path.join(scratch, `${size}${mistakes ? '-mistakes' : ''}`, name)
  setAside(folder)
  mkdirSync(folder, { recursive: true })
  writeCorpus(folder, { size, seed, mistakes, samples })
  for (const config of ['content-collections.ts', 'velite.config.ts'])
    copyFileSync(inBench('peers', config), path.join(folder, config))
  writeFileSync(path.join(folder, 'drill.schema.json'), olderSchema())
  return folder
}
