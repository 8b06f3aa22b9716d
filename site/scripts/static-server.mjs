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
  'permissions-policy': 'camera=(), geolocation=(), microphone=(self)',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

/** Files with a hash in the name never change. */
const isHashed = (name) => /-[\w-]{8}\.\w+$/.test(name)

/** The files of a folder by their path in it. Symbolic links are skipped, so that none leads out of it. */
export function filesOf(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  return new Map(
    entries.map((entry) => {
      const file = path.join(entry.parentPath, entry.name)
      return [path.relative(folder, file).split(path.sep).join('/'), readFileSync(file)]
    }),
  )
}

/** Maps addresses below the base to responses. */
function responsesOf(files, isFixed) {
  const responses = new Map()
  for (const [name, body] of files) {
    const response = {
      body,
      headers: {
        'cache-control': isFixed(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
        'content-type': types[path.extname(name)] ?? 'application/octet-stream',
        etag: `"${createHash('sha256').update(body).digest('base64url')}"`,
      },
    }
    responses.set(name, response)
    if (path.basename(name) === 'index.html') responses.set(name.slice(0, -'index.html'.length), response)
  }
  return responses
}

/**
 * Whether a request was addressed to this machine. Any other name leads here only because its owner has let it: the
 * page behind it would read what is served as its own.
 */
const isLocal = (host) => /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i.test(host ?? '')

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
  if (!isLocal(request.headers.host)) return say(403, 'Only for this machine')
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
    /**
     * Serves files and nothing else.
     * @param files their bytes by path
     * @param isFixed whether the file of a path never changes
     */
    show: (files, isFixed = isHashed) => show(responsesOf(files, isFixed)),
    close: () =>
      new Promise((resolve) => {
        server.close(resolve)
        server.closeAllConnections()
      }),
  }
}
