// Builds the app without any drills into `site/shell/`, for `drills site`: `node site/scripts/shell.mjs`.
import { mkdtempSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'

const site = path.dirname(import.meta.dirname)
const shell = path.join(site, 'shell')

process.env.NODE_ENV = 'production'
const { build } = await import('vite')

// Beside its place, because others may be serving the earlier one.
const work = mkdtempSync(path.join(site, '.shell-'))
try {
  const outDir = path.join(work, 'new')
  await build({
    configFile: path.join(site, 'vite.shell.config.ts'),
    root: site,
    logLevel: 'warn',
    build: { outDir },
  })
  try {
    renameSync(shell, path.join(work, 'old'))
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
  renameSync(outDir, shell)
} finally {
  rmSync(work, { recursive: true, force: true })
}
