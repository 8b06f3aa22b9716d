import { useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { useResource } from '../../app/use-resource.ts'
import { askToPersist, type Persistence } from '../../platform/persist.ts'

const words = {
  granted: 'The browser keeps what is stored here until you delete it.',
  denied:
    'The browser may clear what is stored here when space is short, or (Safari) after seven days without a visit. Export now and then.',
  unsupported: 'This browser doesn’t say how long it keeps what is stored. Export now and then.',
} as const satisfies Record<Persistence, string>

const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`

async function look() {
  const storage: StorageManager | undefined = navigator.storage
  const isKept = (await storage?.persisted?.()) ?? false
  const estimate = await storage?.estimate?.()
  return { isKept, usage: estimate?.usage }
}

/** Shows whether the browser promises to keep the data. */
export function StoragePanel() {
  const { saving, persistence: before, session, library } = useApp()
  const [answer, setAnswer] = useState<Persistence | null>(null)
  const persistence = answer ?? before
  const resource = useResource(`storage ${persistence ?? ''}`, look)
  const isKept = persistence === 'granted' || (resource.state === 'ready' && resource.value.isKept)
  const ask = async (): Promise<void> => {
    const given = await askToPersist(navigator.storage)
    setAnswer(given)
    session.notify({ id: 'persistence', text: words[given] })
  }
  return (
    <section aria-labelledby="storage-title">
      <h2 id="storage-title">Storage</h2>
      <p>
        {saving.state === 'failed'
          ? saving.error.message
          : words[isKept ? 'granted' : (persistence ?? 'denied')]}
      </p>
      {resource.state === 'ready' && resource.value.usage !== undefined && (
        <p class="quiet">Used by this site, including the site itself: {megabytes(resource.value.usage)}</p>
      )}
      {!isKept && library.attempts.length > 0 && (
        <button type="button" onClick={() => void ask()}>
          Ask the browser to keep it
        </button>
      )}
    </section>
  )
}
