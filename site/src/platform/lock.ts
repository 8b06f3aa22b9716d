/** Which tab may write: `unknown` until the browser has answered. */
export type LockState = 'unknown' | 'held' | 'elsewhere'

/**
 * Holds a lock by name until released. Without Web Locks the state is always `held`.
 * @param steal takes the lock from the tab that holds it
 * @returns a function that releases it
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
    // Another tab stole the lock.
    .catch(() => {
      if (!over) tell('elsewhere')
    })
  return () => {
    over = true
    letGo()
  }
}
