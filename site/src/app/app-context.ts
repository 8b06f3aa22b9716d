import { createContext } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'
import type { Session, Snapshot } from './session.ts'

/** State and actions available to every view. */
export interface AppState extends Snapshot {
  readonly session: Session
  /** Number of pages shown earlier in this visit. */
  readonly visit: number
  /** Where the page begins after navigation: at its top, or where it was left. */
  readonly top: number
}

export const AppContext = createContext<AppState | null>(null)

/** @throws outside the app */
export function useApp(): AppState {
  const app = useContext(AppContext)
  if (!app) throw new Error('no application')
  return app
}

/** Re-renders whenever the session changes. */
export function useSnapshot(session: Session): Snapshot {
  const [snapshot, setSnapshot] = useState(session.snapshot)
  useEffect(() => {
    setSnapshot(session.snapshot())
    return session.subscribe(() => setSnapshot(session.snapshot()))
  }, [session])
  return snapshot
}
