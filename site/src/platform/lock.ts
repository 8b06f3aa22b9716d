/** Which tab may write: `unknown` until the browser has answered. */
export type LockState = 'unknown' | 'held' | 'elsewhere'

/**
 * Holds a lock by name until released. A lock that another tab holds is taken once that tab lets go of it. Without Web Locks the state is always `held`.
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
  let isHeld = false
  const kept = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const abort = new AbortController()
  const waitFor = (): void => {
    tell('elsewhere')
    request({ signal: abort.signal })
  }
  const request = (options: LockOptions): void => {
    locks
      .request(name, options, (lock) => {
        if (over) return undefined
        if (lock === null) {
          waitFor()
          return undefined
        }
        isHeld = true
        tell('held')
        return kept
      })
      // Another tab stole the lock. A page that is being left can't ask again: only one that had it does.
      .catch(() => {
        if (over || !isHeld) return
        isHeld = false
        waitFor()
      })
  }
  request(steal ? { steal: true } : { ifAvailable: true })
  return () => {
    over = true
    abort.abort()
    letGo()
  }
}
