/**
 * Server-sent events with a memory of one: who listens gets the newest message at once, and every later one.
 * @returns `send(data)` for data that can be JSON, `handle(request, response)`, `close()`
 */
export function eventStream() {
  const listening = new Set()
  let newest
  // JSON has no line breaks of its own, so a message is one line, whatever an author wrote.
  const write = (response) => response.write(`data: ${newest}\n\n`)
  return {
    send: (data) => {
      newest = JSON.stringify(data)
      for (const response of listening) write(response)
    },
    handle: (request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
      listening.add(response)
      request.on('close', () => listening.delete(response))
      if (newest === undefined) response.write(':\n\n')
      else write(response)
    },
    close: () => {
      for (const response of listening) response.end()
      listening.clear()
    },
  }
}
