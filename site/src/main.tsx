import { render } from 'preact'
import { start } from './app/start.ts'
import { showLastTheme } from './app/theme.ts'
import { isUntouched } from './core/model/change.ts'
import { idbStore } from './platform/idb-store.ts'
import { askToPersist } from './platform/persist.ts'
import { steadyClock } from './platform/steady-clock.ts'
import { openTabs } from './platform/tabs.ts'
import './styles/index.css'
import { App } from './views/frame/app.tsx'

/** Each deployment on an origin gets its own storage, named after its folder. */
const name = `drills-practice:${new URL('.', location.href).pathname}`

async function run(root: HTMLElement): Promise<void> {
  showLastTheme()
  const session = await start({
    store: idbStore(name),
    tabs: openTabs(name),
    clock: steadyClock(),
    askToPersist: () => askToPersist(navigator.storage),
    openSpeech: async (opened) => (await import('./app/open-speech.ts')).openSpeech(name, opened),
  })
  // Last chance to save before the tab closes or a phone suspends the page.
  const flush = (): void => void session.flush()
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && flush())
  addEventListener('pagehide', flush)
  // What could not be stored is only on the screen.
  addEventListener('beforeunload', (event) => {
    const { saving, library } = session.snapshot()
    if (saving.state === 'failed' && !isUntouched(library)) event.preventDefault()
  })
  render(<App session={session} />, root)
}

const root = document.getElementById('app')
if (root) void run(root)
