import about from 'virtual:about'
import { useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { plural } from '../../core/model/plural.ts'
import { exportLibrary } from '../../core/storage/export.ts'
import type { Stored } from '../../core/storage/store.ts'
import { download } from '../../platform/download.ts'
import { ConfirmButton } from '../shared/confirm-button.tsx'
import { PageTitle } from '../shared/page-title.tsx'
import { ImportPanel } from './import-panel.tsx'
import { RecordingsOption } from './recordings-option.tsx'
import { RecordingsSection } from './recordings-section.tsx'
import { SettingsForm } from './settings-form.tsx'
import { StoragePanel } from './storage-panel.tsx'

/** Settings and all the data of the learner. */
export function DataPage() {
  return (
    <div class="data">
      <PageTitle title="Your data" />
      <p class="lead">
        Everything you write is stored in this browser only, and browsers can lose it. Export a file now and
        then; you can import it here or in any other browser.
      </p>
      <ExportPanel />
      <ImportPanel />
      <RecordingsSection />
      <SettingsForm />
      <StoragePanel />
      <WipePanel />
    </div>
  )
}

function ExportPanel() {
  const { library, session } = useApp()
  const [message, setMessage] = useState('')
  const [withSound, setWithSound] = useState(false)
  const save = async (): Promise<void> => {
    const { name, text, importable } = exportLibrary(library, about, session.now())
    download(name, 'application/json', text)
    const said = importable
      ? `${name} was passed to the browser for download.`
      : `${name} was passed to the browser for download. It is too large to be imported here again.`
    setMessage(said)
    if (!withSound) return
    const { exportRecordings } = await import('../../app/export-recordings.ts')
    setMessage(`${said} ${await exportRecordings(session)}`)
  }
  return (
    <section aria-labelledby="export-title">
      <h2 id="export-title">Export</h2>
      <p>
        {plural(library.attempts.length, 'attempt')}, {plural(library.cards.length, 'card')},{' '}
        {plural(library.reviews.length, 'review')} and your settings, as JSON.
      </p>
      <RecordingsOption isChosen={withSound} onChoose={setWithSound} />
      <button type="button" class="primary" onClick={() => void save()}>
        Export everything
      </button>
      <p role="status">{message}</p>
    </section>
  )
}

function WipePanel() {
  const { library, session } = useApp()
  const [outcome, setOutcome] = useState<Stored<null> | null>(null)
  const wipe = async (): Promise<void> => {
    setOutcome(await session.wipe())
  }
  return (
    <section aria-labelledby="wipe-title">
      <h2 id="wipe-title">Delete everything</h2>
      <p>Attempts, cards, reviews, recordings and settings. Only importing an exported file can undo this.</p>
      <ConfirmButton
        class="danger"
        label="Delete everything"
        question={`${plural(library.attempts.length, 'attempt')} will be deleted from this browser, with all texts and recordings. Have you exported them?`}
        confirm="Delete everything"
        cancel="Keep it"
        onConfirm={() => void wipe()}
      />
      <p role="status">
        {outcome?.ok === true && library.attempts.length === 0 && 'Everything was deleted.'}
        {outcome?.ok === false &&
          `${library.attempts.length > 0 ? 'Nothing was deleted. ' : ''}${outcome.error.message}`}
      </p>
    </section>
  )
}
