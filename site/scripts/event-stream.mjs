/**
 * Server-sent events that replay the latest message to new listeners.
 * @returns `send(data)` for JSON data, `handle(request, response)`, `close()`
 */
export function eventStream() {
  const listening = new Set()
  let newest
  // JSON contains no line breaks, so each message is one line, whatever the author wrote.
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
