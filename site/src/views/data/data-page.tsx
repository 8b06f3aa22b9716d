import { PageTitle } from '../shared/page-title.tsx'
import { ExportPanel } from './export-panel.tsx'
import { ImportPanel } from './import-panel.tsx'
import { SettingsForm } from './settings-form.tsx'
import { StoragePanel } from './storage-panel.tsx'
import { WipePanel } from './wipe-panel.tsx'

/** Settings, and everything that can be done with what the learner owns. */
export function DataPage() {
  return (
    <div class="data">
      <PageTitle title="Your data" />
      <p class="lead">
        Everything you write is stored in this browser only. Browsers can forget: export a file now and then,
        and import it wherever you go on.
      </p>
      <ExportPanel />
      <ImportPanel />
      <SettingsForm />
      <StoragePanel />
      <WipePanel />
    </div>
  )
}
