/// <reference lib="webworker" />
// What the library takes for any worker is this kind of it.
const worker = self as unknown as ServiceWorkerGlobalScope

/** Every file of the build with the SHA-256 of its content in base64, by its path. Put in front by the build. */
declare const FILES: Readonly<Record<string, string>>

const files: ReadonlyMap<string, string> = new Map(Object.entries(FILES))
const scope = new URL('./', worker.location.href)
/** One cache for all versions: what has not changed is fetched once. Other folders of the host have their own. */
const cacheName = `audio-text-drills:${scope.pathname}`
/** Where the cache remembers the files of the version that uses it. */
const listKey = new URL('?files', scope).href

/** Hosts serve the page as the folder; some redirect its file name there. */
const addressOf = (path: string): URL => new URL(path === 'index.html' ? './' : path, scope)

/** What a file is kept under: its address and its content. */
const keyOf = (path: string, hash: string): string => `${addressOf(path)}?${hash}`

const keys = (): string[] => [...files].map(([path, hash]) => keyOf(path, hash))

/** Names that hold a hash: what the page has just loaded need not be asked for again. */
const isHashed = (path: string): boolean => /-[\w-]{8}\.\w+$/.test(path)

/** Fetches a file unless it is there. Content that is not what the build wrote is refused: a host in mid-deployment. */
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

/** The files of the version before stay for pages of it that are still open; older ones go. */
async function activate(): Promise<void> {
  const cache = await caches.open(cacheName)
  const before: string[] = await cache.match(listKey).then((found) => found?.json() ?? [])
  const wanted = new Set([listKey, ...before, ...keys()])
  for (const { url } of await cache.keys()) if (!wanted.has(url)) await cache.delete(url)
  await cache.put(listKey, Response.json(keys()))
  await worker.clients.claim()
}

/** The path of a request within the site; undefined for all that is not ours to answer. */
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

// A new version waits until the learner says so.
worker.addEventListener('message', ({ data }) => {
  if (data === 'activate') void worker.skipWaiting()
})

worker.addEventListener('fetch', (event) => {
  const path = pathOf(event.request)
  if (path === undefined) return
  event.respondWith(kept(path).then((response) => response ?? fetch(event.request)))
})
