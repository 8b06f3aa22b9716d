import { useEffect, useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { focusIfLost } from '../../app/focus.ts'
import { href } from '../../app/router.ts'
import { applyUpdate, subscribeToUpdates } from '../../platform/updates.ts'

/** The notice is about text that may be far below, so it takes the focus. */
function focusBanner(banner: HTMLElement | null): void {
  banner?.scrollIntoView({ block: 'center' })
  banner?.querySelector('button')?.focus({ preventScroll: true })
}

/** Messages shown on every page: a failed save first, then an update, then notices. */
export function Banners() {
  const { saving, notices, session } = useApp()
  const [isNewer, setNewer] = useState(false)
  useEffect(() => subscribeToUpdates(() => setNewer(true)), [])
  const dismiss = (id: string): void => {
    session.dismiss(id)
    focusIfLost(document.getElementById('main'))
  }
  const update = async (): Promise<void> => {
    // Reloading would lose unsaved changes.
    if ((await session.flush()).state === 'saved') await applyUpdate()
  }
  return (
    <div class="banners">
      {saving.state === 'failed' && (
        <div class="banner banner-bad" role="alert">
          <p>
            <strong>Not saved.</strong> {saving.error.message}
          </p>
          <div class="buttons">
            <button type="button" onClick={() => void session.flush()}>
              Try again
            </button>
            <a class="button" href={href('data')}>
              Export
            </a>
          </div>
        </div>
      )}
      {isNewer && (
        <div class="banner" role="status">
          <p>A newer version is available, with new or improved drills.</p>
          <button type="button" class="primary" onClick={() => void update()}>
            Reload
          </button>
        </div>
      )}
      {notices.map(({ id, text, link, action }) => (
        <div key={id} class="banner" {...(action ? { role: 'alert', ref: focusBanner } : { role: 'status' })}>
          <p>
            {text} {link && <a href={link.href}>{link.text}</a>}
          </p>
          <div class="buttons">
            {action && (
              <button
                type="button"
                class="primary"
                onClick={() => {
                  dismiss(id)
                  action.act()
                }}
              >
                {action.text}
              </button>
            )}
            <button type="button" onClick={() => dismiss(id)} aria-label={`Dismiss: ${text}`}>
              Dismiss
            </button>
          </div>
        </div>
      ))}
    </div>
  )
}
