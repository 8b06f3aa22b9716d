import path from 'node:path'
import { createServer } from 'vite'
import { eventStream } from './event-stream.mjs'
import { findings } from './findings.mjs'

const site = path.dirname(import.meta.dirname)

/** The address of the event stream for the panel. */
const address = '/__findings'

/** Milliseconds to wait for an editor: many write a temporary file first, or several files at once. */
const settle = 80

/** Aliases that replace the installed package with the one in the preview. */
const packageIn = (folder) => [
  { find: /^audio-text-drills$/, replacement: path.join(folder, 'index.js') },
  { find: /^audio-text-drills\/(.+\.json)$/, replacement: `${folder}/$1` },
  { find: /^audio-text-drills\/(.+)$/, replacement: `${folder}/$1.js` },
]

/** Adds the panel to the page and serves its event stream. */
const panel = (stream) => ({
  name: 'findings-panel',
  transformIndexHtml: () => [
    { tag: 'script', attrs: { type: 'module', src: '/dev/panel.ts' }, injectTo: 'body' },
  ],
  configureServer: (server) => {
    server.middlewares.use(address, stream.handle)
  },
})

/** Debounces `act`; changes during a call lead to one more call. */
function settled(act) {
  let timer
  let running = false
  let again = false
  const go = async () => {
    if (running) {
      again = true
      return
    }
    running = true
    await act()
    running = false
    if (again) {
      again = false
      void go()
    }
  }
  return () => {
    clearTimeout(timer)
    timer = setTimeout(go, settle)
  }
}

/**
 * Serves the site to an author. Every save of a drill or a definition document reloads it, with the linter's
 * findings.
 * @param options.preview from `openPreview`
 * @param options.port a free port, or 0
 * @returns `url`; `open(hash)`, which opens the browser; `drills` at the start; `close()`
 */
export async function startDev({ corpus, tool, preview, port, signal }) {
  const stream = eventStream()
  const cache = path.join(preview.folder, '../findings')
  let { drills } = preview.update()
  const server = await createServer({
    configFile: path.join(site, 'vite.config.ts'),
    root: site,
    logLevel: 'warn',
    clearScreen: false,
    plugins: [panel(stream)],
    resolve: { alias: packageIn(preview.folder) },
    // A separate cache lets two previews run at once.
    cacheDir: path.join(preview.folder, '../vite'),
    optimizeDeps: { exclude: ['audio-text-drills'] },
    server: {
      port,
      strictPort: true,
      fs: { allow: [preview.folder] },
      watch: { ignored: [`${preview.folder}/**`] },
    },
  })

  const show = async () => {
    try {
      const compiled = preview.update()
      drills = compiled.drills ?? drills
      if (compiled.changed) {
        server.moduleGraph.invalidateAll()
        server.ws.send({ type: 'full-reload' })
      }
      const isOld = compiled.drills === undefined
      stream.send({ drills: drills ?? [], isOld, ...(await findings({ tool, corpus, cache, signal })) })
    } catch (error) {
      if (!signal.aborted) stream.send({ drills: drills ?? [], isOld: true, failed: error.message })
    }
  }

  try {
    await server.listen()
  } catch (error) {
    // Its file watchers would keep the process alive.
    await server.close()
    throw error
  }
  const folder = path.join(corpus, 'drills')
  server.watcher.add(folder)
  const changed = settled(show)
  server.watcher.on('all', (_, file) => {
    if (!path.relative(folder, file).startsWith('..')) changed()
  })
  void show()
  const used = server.httpServer.address().port
  return {
    url: `http://127.0.0.1:${used}/`,
    drills: drills ?? [],
    open: (hash) => {
      server.config.server.open = `/${hash}`
      server.openBrowser()
    },
    close: async () => {
      stream.close()
      await server.close()
    },
  }
}
