import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { cli, node, root, writeCorpus } from '../support/package.ts'

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

/** The site without what is installed or built. */
export function copySite(folder: string): void {
  const left = new Set(['node_modules', 'dist', 'shell', '.installing'].map((name) => path.join(site, name)))
  cpSync(site, folder, {
    recursive: true,
    filter: (name) => !left.has(name) && !name.startsWith(path.join(site, '.shell-')),
  })
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

/**
 * Builds a copy of the site on the package of a small corpus.
 * @param folder a new one
 * @returns the folder that holds the built site
 */
export function buildSite(folder: string, { page, files = {}, corpus }: SiteOptions = {}): string {
  node([path.join(site, 'scripts/install.mjs')], root)
  const drills = corpus ?? path.join(folder, 'corpus')
  if (corpus === undefined) writeCorpus(drills, files)
  const dist = path.join(folder, 'package')
  node([cli, 'build', '--out', dist], drills)
  const copy = path.join(folder, 'site')
  copySite(copy)
  linkModules(copy, dist)
  if (page !== undefined) writeFileSync(path.join(copy, 'src/main.tsx'), page)
  return viteBuild(copy)
}

export interface Program {
  /** The address that it has printed. */
  readonly url: string
  /** Sends Ctrl-C and gives the exit code, and all that was printed. */
  readonly stop: () => Promise<{ readonly code: number | null; readonly printed: string }>
}

/** Ends a program that the tests have started, if it still runs. */
const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    if (child.exitCode !== null) resolve(child.exitCode)
    else child.once('exit', resolve)
  })

/** Starts a script of the repository, and waits for the address that it prints. */
export function start(script: string, args: readonly string[], cwd: string = root): Promise<Program> {
  const file = path.join(root, script)
  if (!existsSync(file)) throw new Error(`no ${script}`)
  const child = spawn(process.execPath, [file, ...args], { cwd })
  let printed = ''
  const stop: Program['stop'] = async () => {
    child.kill('SIGINT')
    return { code: await ended(child), printed }
  }
  return new Promise((resolve, reject) => {
    const read = (part: Buffer): void => {
      printed += part.toString()
      const url = /http:\/\/\S+/.exec(printed)?.[0]
      if (url !== undefined && printed.includes('\n')) resolve({ url, stop })
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('exit', () => reject(new Error(`${script} has ended: ${printed}`)))
  })
}

/** Serves a built site as `npm run site` does. */
export const serveSite = (folder: string, base = '/', port = 0): Promise<Program> =>
  start('scripts/site.mjs', ['--folder', folder, '--base', base, '--port', String(port)])
