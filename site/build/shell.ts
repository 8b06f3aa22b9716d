import type { Plugin } from 'vite'

/** The entries of the package that the app imports, and the file of each within a package. */
const files: Readonly<Record<string, string>> = {
  'audio-text-drills': 'index.js',
  'audio-text-drills/drills': 'drills.js',
  'audio-text-drills/prompts': 'prompts.js',
  'audio-text-drills/practice-loop.json': 'data/practice-loop.js',
  'audio-text-drills/redirects.json': 'data/redirects.js',
  'audio-text-drills/rubric.json': 'data/rubric.js',
  'audio-text-drills/samples': 'samples.js',
  'audio-text-drills/tracks': 'tracks.js',
}

/** The address of what the shell leaves out; every script of it is in a folder beside these two. */
function addressOf(source: string): string | undefined {
  if (source.startsWith('virtual:')) return `../corpus/${source.slice('virtual:'.length)}.js`
  const file = files[source]
  if (file !== undefined) return `../package/${file}`
  if (/^audio-text-drills(?:\/|$)/.test(source)) throw new Error(`the shell has no address for ${source}`)
  return undefined
}

/** What of the page needs a build of its own for each package: the service worker, and what installs the site. */
const published = [
  /\s*<meta\s+name="description"[^>]*>/,
  /\s*<link\s+rel="icon"[^>]*type="image\/png"[^>]*>/,
  /\s*<link\s+rel="(?:apple-touch-icon|manifest)"[^>]*>/g,
  /\s*<script[^>]*offline\.ts"><\/script>/,
  / manifest-src 'self'; worker-src 'self';/,
  / drills-worker(?=")/,
]

const bare = (html: string): string =>
  published
    .reduce((text, pattern) => text.replace(pattern, ''), html)
    .replace(/<title>[^<]*<\/title>/, '<title>Drills</title>')
    .replace('"/icon.svg"', '"/public/icon.svg"')

/** Leaves out of the app all that comes from a package, so that it can be served with any. */
export function shell(): Plugin {
  return {
    name: 'shell',
    enforce: 'pre',
    resolveId(source) {
      const id = addressOf(source)
      return id === undefined ? undefined : { id, external: true }
    },
    transformIndexHtml: { order: 'pre', handler: bare },
  }
}
