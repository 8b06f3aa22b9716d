// Builds the app without any drills into `site/shell/`, for `drills site`: `node site/scripts/shell.mjs`.
import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { filesOf } from './static-server.mjs'

const site = path.dirname(import.meta.dirname)
const shell = path.join(site, 'shell')

/** Whether a folder holds the same files as another. */
function isSame(folder, other) {
  if (!existsSync(other)) return false
  const [files, others] = [filesOf(folder), filesOf(other)]
  return files.size === others.size && [...files].every(([name, bytes]) => others.get(name)?.equals(bytes))
}

process.env.NODE_ENV = 'production'
const { build } = await import('vite')

// Beside its place, because others may be packing or serving the earlier one.
const work = mkdtempSync(path.join(site, '.shell-'))
try {
  const outDir = path.join(work, 'new')
  await build({
    configFile: path.join(site, 'vite.shell.config.ts'),
    root: site,
    logLevel: 'warn',
    build: { outDir },
  })
  if (!isSame(outDir, shell)) {
    if (existsSync(shell)) renameSync(shell, path.join(work, 'old'))
    renameSync(outDir, shell)
  }
} finally {
  rmSync(work, { recursive: true, force: true })
}
