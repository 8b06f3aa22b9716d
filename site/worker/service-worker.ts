/// <reference lib="webworker" />
// TypeScript's library types `self` as a generic worker.
const worker = self as unknown as ServiceWorkerGlobalScope

/** All files of the build by path, with their SHA-256 in base64. The build prepends it. */
declare const FILES: Readonly<Record<string, string>>

const files: ReadonlyMap<string, string> = new Map(Object.entries(FILES))
const scope = new URL('./', worker.location.href)
/** All versions share a cache, so unchanged files are fetched once. Other folders of the host have their own. */
const cacheName = `audio-text-drills:${scope.pathname}`
/** The cache entry with the list of files of the active version. */
const listKey = new URL('?files', scope).href

/** The page is fetched by its folder, because some hosts redirect `index.html` there. */
const addressOf = (path: string): URL => new URL(path === 'index.html' ? './' : path, scope)

/** Files are cached by address and content. */
const keyOf = (path: string, hash: string): string => `${addressOf(path)}?${hash}`

const keys = (): string[] => [...files].map(([path, hash]) => keyOf(path, hash))

/** Hashed files can come from the HTTP cache, because the page has just loaded them. */
const isHashed = (path: string): boolean => /-[\w-]{8}\.\w+$/.test(path)

/**
 * Caches a file unless it is there. The integrity check rejects files of another build, for example in the middle of
 * a deployment.
 */
async function keep(cache: Cache, path: string, hash: string): Promise<void> {
  const key = keyOf(path, hash)
  if (await cache.match(key)) return
  const response = await fetch(addressOf(path), {
    cache: isHashed(path) ? 'default' : 'no-cache',
    integrity: `sha256-${hash}`,
    redirect: 'error',
  })
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  await cache.put(key, response)
}

async function install(): Promise<void> {
  const cache = await caches.open(cacheName)
  await Promise.all([...files].map(([path, hash]) => keep(cache, path, hash)))
}

/** Keeps the files of the previous version for pages that are still open; deletes older ones. */
async function activate(): Promise<void> {
  const cache = await caches.open(cacheName)
  const before: string[] = await cache.match(listKey).then((found) => found?.json() ?? [])
  const wanted = new Set([listKey, ...before, ...keys()])
  for (const { url } of await cache.keys()) if (!wanted.has(url)) await cache.delete(url)
  await cache.put(listKey, Response.json(keys()))
  await worker.clients.claim()
}

/** The path of a request within the site; undefined for requests to pass through. */
function pathOf({ method, url }: Request): string | undefined {
  const { origin, pathname } = new URL(url)
  if (method !== 'GET' || origin !== scope.origin || !pathname.startsWith(scope.pathname)) return undefined
  return pathname.slice(scope.pathname.length) || 'index.html'
}

async function kept(path: string): Promise<Response | undefined> {
  const cache = await caches.open(cacheName)
  const hash = files.get(path)
  return hash === undefined
    ? cache.match(addressOf(path), { ignoreSearch: true })
    : cache.match(keyOf(path, hash))
}

worker.addEventListener('install', (event) => event.waitUntil(install()))
worker.addEventListener('activate', (event) => event.waitUntil(activate()))

// A new version waits until the learner accepts it.
worker.addEventListener('message', ({ data }) => {
  if (data === 'activate') void worker.skipWaiting()
})

worker.addEventListener('fetch', (event) => {
  const path = pathOf(event.request)
  if (path === undefined) return
  event.respondWith(kept(path).then((response) => response ?? fetch(event.request)))
})
