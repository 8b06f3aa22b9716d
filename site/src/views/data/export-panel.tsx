import { version } from 'audio-text-drills/package.json'
import { useState } from 'preact/hooks'
import { useApp } from '../../app/context.tsx'
import { plural } from '../../app/words.ts'
import { exportLibrary } from '../../core/export.ts'
import { download } from '../../platform/download.ts'

/** Everything as one file. */
export function ExportPanel() {
  const { library, session } = useApp()
  const [message, setMessage] = useState('')
  const save = (): void => {
    const { name, text, importable } = exportLibrary(library, version, session.now())
    download(name, 'application/json', text)
    setMessage(
      importable
        ? `${name} was handed to the browser.`
        : `${name} was handed to the browser. It has grown too large to be imported here in one piece.`,
    )
  }
  return (
    <section aria-labelledby="export-title">
      <h2 id="export-title">Export</h2>
      <p>
        {plural(library.attempts.length, 'attempt')}, {plural(library.cards.length, 'card')},{' '}
        {plural(library.reviews.length, 'review')} and your settings, as JSON.
      </p>
      <button type="button" class="primary" onClick={save}>
        Export everything
      </button>
      <p role="status">{message}</p>
    </section>
  )
}
