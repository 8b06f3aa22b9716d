import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'

const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}

/** The page has a CSP of its own; these can only be set as headers. */
const security = {
  'content-security-policy': "frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

/** Files with a hash in the name never change. */
const isHashed = (name) => /-[\w-]{8}\.\w+$/.test(name)

/**
 * Maps addresses below the base to responses. Only files found now are served, so no address leads out of the folder.
 * Symbolic links are skipped.
 */
export function filesOf(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  const files = new Map()
  for (const entry of entries) {
    const file = path.join(entry.parentPath, entry.name)
    const name = path.relative(folder, file).split(path.sep).join('/')
    const body = readFileSync(file)
    const answer = {
      body,
      headers: {
        'cache-control': isHashed(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
        'content-type': types[path.extname(name)] ?? 'application/octet-stream',
        etag: `"${createHash('sha256').update(body).digest('base64url')}"`,
      },
    }
    files.set(name, answer)
    if (path.basename(name) === 'index.html') files.set(name.slice(0, -'index.html'.length), answer)
  }
  return files
}

function nameIn(base, url) {
  try {
    const pathname = decodeURIComponent(new URL(url, 'http://localhost').pathname)
    return pathname.startsWith(base) ? pathname.slice(base.length) : undefined
  } catch {
    return undefined
  }
}

function answer(request, response, files, base) {
  const say = (status, text, headers = {}) => {
    response.writeHead(status, { ...security, 'content-type': 'text/plain; charset=utf-8', ...headers })
    response.end(request.method === 'HEAD' ? undefined : `${text}\n`)
  }
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return say(405, 'Only GET and HEAD', { allow: 'GET, HEAD' })
  if (`${request.url}/` === base) return say(308, 'It is in the folder', { location: base })
  const found = files.get(nameIn(base, request.url))
  if (!found) return say(404, 'There is no such file')
  const headers = { ...security, ...found.headers }
  if (request.headers['if-none-match'] === found.headers.etag) {
    response.writeHead(304, headers)
    return response.end()
  }
  response.writeHead(200, { ...headers, 'content-length': found.body.length })
  return response.end(request.method === 'HEAD' ? undefined : found.body)
}

/** A port that can't be used, with a one-line message. */
export class PortError extends Error {}

const reasons = { EADDRINUSE: 'is taken', EACCES: 'is not for this user' }

/**
 * Listens on the loopback interface only. Requests before `show` wait for it.
 * @param port 0 for any free port
 * @param base the path of the site, with `/` at both ends
 * @throws PortError
 */
export async function startServer({ port, base }) {
  let show
  const shown = new Promise((resolve) => {
    show = resolve
  })
  const server = createServer((request, response) => {
    void shown.then((files) => answer(request, response, files, base))
  })
  await new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const reason = reasons[error.code]
      reject(reason ? new PortError(`port ${port} ${reason}`) : error)
    })
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${server.address().port}${base}`,
    /** Serves the current files of a folder. */
    show: (folder) => show(filesOf(folder)),
    close: () =>
      new Promise((resolve) => {
        server.close(resolve)
        server.closeAllConnections()
      }),
  }
}
