import { holdLock } from '../platform/lock.ts'

/** Takes a lock if no tab holds it. Gives a function that releases it, or null. */
export const tryLock = (name: string): Promise<(() => void) | null> =>
  new Promise((resolve) => {
    let release = (): void => undefined
    release = holdLock(name, false, (state) => {
      if (state === 'held') return resolve(() => release())
      // It would be taken as soon as the other tab lets go of it.
      release()
      return resolve(null)
    })
  })
