import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { head } from './suggest.ts'

/** What a forge answers: bytes as they are, anything else as JSON; a number is a status. */
export type Answers = Readonly<Record<string, unknown>>

export interface Asked {
  readonly what: string
  readonly token: boolean
  readonly body: unknown
}

export const token = 'token-of-the-workflow'

/** A forge on this machine, with what it was asked. Paths are those behind the repository; a store is another host. */
export async function forge(answers: Answers): Promise<{ url: string; asked: Asked[]; close: () => void }> {
  const asked: Asked[] = []
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const what = `${request.method} ${request.url?.replace('/repos/o/r/', '')}`
    const body = await text(request)
    const { authorization } = request.headers
    asked.push({
      what,
      token: authorization === `Bearer ${token}`,
      body: body === '' ? undefined : JSON.parse(body),
    })
    const found = answers[what] ?? 404
    if (what.endsWith('/zip')) response.writeHead(302, { location: String(found) }).end()
    else if (typeof found === 'number') response.writeHead(found).end('::error::what was asked')
    else response.end(found instanceof Uint8Array ? found : JSON.stringify(found))
  }
  const server = createServer((request, response) => void answer(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, asked, close: () => server.close() }
}

/** A run of `lint` for a pull request of a fork. */
export const run = {
  id: 5,
  event: 'pull_request',
  head_sha: head,
  head_branch: 'fix/a&b=c',
  head_repository: { id: 99, owner: { login: 'fork' } },
} as const

export const pull = { number: 7, head: { sha: head, repo: { id: 99 } } } as const
