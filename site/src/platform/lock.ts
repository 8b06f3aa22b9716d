/** Whether this tab is the one that may write: `unknown` until the browser has answered. */
export type LockState = 'unknown' | 'held' | 'elsewhere'

/**
 * Holds a name for this tab as long as it is needed. Browsers without locks always say `held`.
 * @param steal takes the name away from the tab that holds it
 * @returns a function that lets go
 */
export function holdLock(name: string, steal: boolean, tell: (state: LockState) => void): () => void {
  const locks: LockManager | undefined = navigator.locks
  if (!locks) {
    tell('held')
    return () => undefined
  }
  let letGo = (): void => undefined
  let over = false
  const kept = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const options: LockOptions = steal ? { steal: true } : { ifAvailable: true }
  locks
    .request(name, options, (lock) => {
      if (over) return undefined
      tell(lock ? 'held' : 'elsewhere')
      return lock ? kept : undefined
    })
    // Another tab has taken it over.
    .catch(() => {
      if (!over) tell('elsewhere')
    })
  return () => {
    over = true
    letGo()
  }
}
