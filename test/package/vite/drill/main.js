import { assess, resolveId } from 'audio-text-drills'
import { catalog } from 'audio-text-drills/catalog'
import { loadDrill } from 'audio-text-drills/drills'

async function show() {
  const main = document.querySelector('main')
  const drill = await loadDrill(location.hash.slice(1))
  main.innerHTML = drill?.prompt.html ?? ''
  main.dataset.shown = drill?.id ?? 'none'
}

globalThis.app = { assess, ids: catalog.map(({ id }) => id), resolveId }
addEventListener('hashchange', show)
await show()
