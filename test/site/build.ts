import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { valid } from '../support/corpus.ts'
import { cli, node, ourManifest, root, writeCorpus } from '../support/package.ts'

export const site: string = path.join(root, 'site')

/** A page that needs none of the views, for tests of what is below them. */
export const barePage: string = `
import { catalog } from 'audio-text-drills/catalog'
import { loadDrill } from 'audio-text-drills/drills'
import { loadPrompt } from 'audio-text-drills/prompts'
import { render } from 'preact'
import { trustedHtml } from './platform/trusted-html.ts'
import { applyUpdate, subscribeToUpdates } from './platform/updates.ts'

const Page = ({ html }: { readonly html: string }) => (
  <main>
    <h1>{catalog.map(({ title }) => title).join(', ')}</h1>
    <div dangerouslySetInnerHTML={{ __html: trustedHtml(html) }} />
  </main>
)

const show = (html: string): void => render(<Page html={html} />, document.getElementById('app') as HTMLElement)
const page = { apply: applyUpdate, loadDrill, loadPrompt, show, told: 0 }
subscribeToUpdates(() => {
  page.told += 1
})
Object.assign(globalThis, { page })
show('<p>A <em>bare</em> page</p>')
`

/** Whether a file or folder of the site is neither installed nor built. */
function isSource(name: string): boolean {
  const [first = ''] = path.relative(site, name).split(path.sep)
  return !['node_modules', 'dist', 'shell', '.installing'].includes(first) && !first.startsWith('.shell-')
}

/** The site without what is installed or built. */
export function copySite(folder: string): void {
  cpSync(site, folder, { recursive: true, filter: isSource })
}

/** Links what is installed for the site into a copy of it, with the package of another folder. */
function linkModules(folder: string, dist: string): void {
  const installed = path.join(site, 'node_modules')
  mkdirSync(path.join(folder, 'node_modules'), { recursive: true })
  for (const name of readdirSync(installed).filter((each) => !each.startsWith('.')))
    symlinkSync(
      name === 'audio-text-drills' ? dist : path.join(installed, name),
      path.join(folder, 'node_modules', name),
      'junction',
    )
}

export interface SiteOptions {
  /** Replaces `src/main.tsx`. */
  readonly page?: string
  /** Files of the corpus besides the valid ones. */
  readonly files?: Readonly<Record<string, string>>
  /** A corpus that is there already. */
  readonly corpus?: string
}

export function viteBuild(folder: string): string {
  const out = path.join(folder, 'dist')
  const vite = path.join(folder, 'node_modules/vite/bin/vite.js')
  node([vite, 'build', '--logLevel', 'warn'], folder, { NODE_ENV: 'production' })
  return out
}

/** Builds the package of a corpus, and a copy of the site on it, as `package` and `site` in a folder. */
function buildAll(folder: string, { page, files = {}, corpus }: SiteOptions): void {
  const drills = corpus ?? path.join(folder, 'corpus')
  if (corpus === undefined) writeCorpus(drills, files)
  const dist = path.join(folder, 'package')
  node([cli, 'build', '--out', dist], drills)
  const copy = path.join(folder, 'site')
  copySite(copy)
  linkModules(copy, dist)
  if (page !== undefined) writeFileSync(path.join(copy, 'src/main.tsx'), page)
  viteBuild(copy)
}

const digest = (parts: readonly (string | Buffer)[]): string => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part).update('\0')
  return hash.digest('hex').slice(0, 32)
}

/** What every build depends on: the tool, the site, and the drills of the fixtures. */
function sourcesKey(): string {
  const files = readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && isSource(path.join(entry.parentPath, entry.name)))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
  const tool = [...readdirSync(path.join(root, 'lib')).sort(), readFileSync(path.join(root, 'lib/build-id'))]
  const drills = JSON.stringify([process.version, valid, ourManifest])
  return digest([
    drills,
    ...tool,
    ...files.flatMap((file) => [path.relative(site, file), readFileSync(file)]),
  ])
}

/** Builds into a folder that later test files with the same options find; of two that build at once, one is kept. */
function buildOnce(options: SiteOptions): string {
  const store = path.join(root, '.site-tests')
  const sources = sourcesKey()
  const kept = path.join(store, sources, digest([JSON.stringify(options)]))
  if (existsSync(kept)) return kept
  mkdirSync(path.join(store, sources), { recursive: true })
  for (const name of readdirSync(store).filter((each) => each !== sources))
    rmSync(path.join(store, name), { recursive: true, force: true })
  const fresh = mkdtempSync(path.join(store, sources, 'building-'))
  buildAll(fresh, options)
  try {
    renameSync(fresh, kept)
  } catch (error) {
    if (!existsSync(kept)) throw error
    rmSync(fresh, { recursive: true, force: true })
  }
  return kept
}

/**
 * Builds a copy of the site on the package of a small corpus.
 * @param folder a new one, in which the package is `package`
 * @returns the folder that holds the built site
 */
export function buildSite(folder: string, options: SiteOptions = {}): string {
  node([path.join(site, 'scripts/install.mjs')], root)
  if (options.corpus === undefined) {
    const kept = buildOnce(options)
    cpSync(path.join(kept, 'package'), path.join(folder, 'package'), { recursive: true })
    cpSync(path.join(kept, 'site/dist'), path.join(folder, 'site/dist'), { recursive: true })
  } else buildAll(folder, options)
  return path.join(folder, 'site/dist')
}
