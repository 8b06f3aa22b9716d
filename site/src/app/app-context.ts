import { createContext } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'
import type { Session, Snapshot } from './session.ts'

/** What every view may reach. */
export interface AppState extends Snapshot {
  readonly session: Session
  /** How many pages were shown before in this visit. */
  readonly visit: number
}

export const AppContext = createContext<AppState | null>(null)

/** @throws outside of the application */
export function useApp(): AppState {
  const app = useContext(AppContext)
  if (!app) throw new Error('no application')
  return app
}

/** The newest snapshot of a session. */
export function useSnapshot(session: Session): Snapshot {
  const [snapshot, setSnapshot] = useState(session.snapshot)
  useEffect(() => {
    setSnapshot(session.snapshot())
    return session.subscribe(() => setSnapshot(session.snapshot()))
  }, [session])
  return snapshot
}
