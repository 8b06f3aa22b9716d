import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'vite'

const workerName = 'sw.js'
const source = path.join(import.meta.dirname, '../worker/service-worker.ts')

const hashOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('base64')

/** Paths and hashes of all files in a folder except the worker, sorted by code unit. */
export function hashedFiles(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .filter((file) => file !== workerName)
    .sort()
  return Object.fromEntries(
    files.map((file) => [file.split(path.sep).join('/'), hashOf(path.join(folder, file))]),
  )
}

/** Builds the service worker and, once everything else is written, prepends the list of files it caches. */
export function serviceWorker(): Plugin {
  return {
    name: 'service-worker',
    apply: 'build',
    buildStart() {
      this.emitFile({ type: 'chunk', id: source, fileName: workerName })
    },
    writeBundle: {
      order: 'post',
      sequential: true,
      handler({ dir }) {
        if (dir === undefined) throw new Error('a build without a folder')
        const file = path.join(dir, workerName)
        const code = readFileSync(file, 'utf8')
        if (/\bimport\b/.test(code)) throw new Error('the service worker must not share code with the page')
        writeFileSync(file, `const FILES=${JSON.stringify(hashedFiles(dir))};\n${code}`)
      },
    },
  }
}
