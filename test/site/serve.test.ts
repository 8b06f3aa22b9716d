import { spawnSync } from 'node:child_process'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root, temporary, writeFiles } from '../support/package.ts'
import { type Program, serveSite } from './support.ts'

const parent = temporary('serve')
const folder = path.join(parent.folder, 'built')
let program: Program

beforeAll(async () => {
  writeFiles(parent.folder, {
    'secret.txt': 'secret',
    'built-too/secret.txt': 'secret',
    'built/index.html': '<!doctype html><title>x</title>',
    'built/assets/page-AbCd1234.js': 'export {}',
    'built/manifest.webmanifest': '{}',
    'built/icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  })
  program = await serveSite(folder, '/deep/site/')
})

afterAll(async () => {
  await program.stop()
  parent.remove()
})

const port = (): number => Number(new URL(program.url).port)

/** Sends a request line as it is: clients would tidy the address. */
const raw = (target: string, method = 'GET', host = `127.0.0.1:${port()}`): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(port(), '127.0.0.1')
    let answer = ''
    socket.on('data', (part) => {
      answer += part.toString()
    })
    socket.on('end', () => resolve(answer))
    socket.on('error', reject)
    socket.write(`${method} ${target} HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`)
  })

const script = (...args: readonly string[]) =>
  spawnSync(process.execPath, [path.join(root, 'scripts/site.mjs'), ...args], { encoding: 'utf8' })

test('the address is printed, on this machine only and below the base', () => {
  expect(program.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/deep\/site\/$/)
})

test.each([
  ['', 'text/html; charset=utf-8', 'no-cache'],
  ['index.html', 'text/html; charset=utf-8', 'no-cache'],
  ['?x=1', 'text/html; charset=utf-8', 'no-cache'],
  ['assets/page-AbCd1234.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
  ['manifest.webmanifest', 'application/manifest+json', 'no-cache'],
  ['icon.svg', 'image/svg+xml', 'no-cache'],
])('“%s” has its type and how long it may be kept', async (name, type, cache) => {
  const response = await fetch(`${program.url}${name}`)
  expect(response.status).toBe(200)
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': type,
    'cache-control': cache,
    'content-security-policy': "frame-ancestors 'none'",
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(self)',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  })
  const etag = response.headers.get('etag') ?? ''
  const again = await fetch(`${program.url}${name}`, { headers: { 'if-none-match': etag } })
  expect([again.status, await again.text()]).toEqual([304, ''])
})

test('the folder without its slash leads into it', async () => {
  const response = await fetch(program.url.slice(0, -1), { redirect: 'manual' })
  expect([response.status, response.headers.get('location')]).toEqual([308, '/deep/site/'])
})

test.each([
  '/',
  '/secret.txt',
  '/deep/site/../../secret.txt',
  '/deep/site/../secret.txt',
  '/deep/site/%2e%2e/secret.txt',
  '/deep/site/..%2fsecret.txt',
  '/deep/site/..%2f..%2fsecret.txt',
  '/deep/site/..%5csecret.txt',
  '/deep/site/%252e%252e/secret.txt',
  '/deep/site/assets/../../secret.txt',
  '/deep/site//etc/passwd',
  '//etc/passwd',
  '/deep/site/..%00/secret.txt',
  '/deep/site/%',
  '/deep/site/%ff',
  '/deep/site/assets',
  '/deep/site/-too/secret.txt',
  'http://other.example/deep/site/../secret.txt',
])('%s leads nowhere', async (target) => {
  const answer = await raw(target)
  expect(answer).toMatch(/^HTTP\/1\.1 404 /)
  expect(answer).not.toMatch(/secret$|root:/)
})

test.each(['localhost', 'LOCALHOST:8080', '[::1]:4173'])(
  'a request to %s is for this machine',
  async (host) => {
    expect(await raw('/deep/site/', 'GET', host)).toMatch(/^HTTP\/1\.1 200 /)
  },
)

test.each([
  'other.example',
  'other.example:4173',
  '127.0.0.1.other.example',
  'localhost.other.example',
  '@localhost',
])('a page of %s, whose name was made to lead to this machine, reads nothing', async (host) => {
  const answer = await raw('/deep/site/', 'GET', host)
  expect(answer).toMatch(/^HTTP\/1\.1 403 /)
  expect(answer).not.toContain('<title>')
})

test('only reading is possible', async () => {
  expect(await raw('/deep/site/', 'POST')).toMatch(/^HTTP\/1\.1 405 [\s\S]*\r\nallow: GET, HEAD\r\n/i)
  expect(await raw('/deep/site/', 'HEAD')).toMatch(/^HTTP\/1\.1 200 [\s\S]*\r\n\r\n$/)
})

describe('wrong usage is one line and the exit code 2', () => {
  test('a port that is taken', async () => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const taken = String((server.address() as AddressInfo).port)
    const { status, stdout, stderr } = script('--port', taken)
    expect({ status, stdout, stderr }).toEqual({
      status: 2,
      stdout: '',
      stderr: `site: port ${taken} is taken; choose another with \`npm run site -- --port <n>\`\n`,
    })
    server.close()
  })

  test.each([
    ['--port 99999', '`--port 99999` is not a port; expected a number from 0 to 65535'],
    ['--port x', '`--port x` is not a port; expected a number from 0 to 65535'],
    ['--base sub', '`--base sub` is not the folder of an address; expected one such as /drills/'],
    ['--base /a/../b/', '`--base /a/../b/` is not the folder of an address; expected one such as /drills/'],
    ['--folder /nowhere', '`--folder /nowhere` holds no `index.html`'],
    ['--prot 1', "Unknown option '--prot'"],
    ['5000', "Unexpected argument '5000'"],
  ])('%s', (line, message) => {
    const { status, stdout, stderr } = script(...line.split(' '))
    expect({ status, stdout, stderr }).toEqual({
      status: 2,
      stdout: '',
      stderr: `site: ${message}; see \`npm run site -- --help\`\n`,
    })
  })
})

test('Ctrl-C ends it quietly', async () => {
  const server = await serveSite(folder)
  const { code, printed } = await server.stop()
  expect({ code, printed }).toEqual({ code: 0, printed: `The practice site: ${server.url}  (Ctrl-C ends)\n` })
})
