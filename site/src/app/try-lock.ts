import { holdLock } from '../platform/lock.ts'

/** Takes a lock if no tab holds it. Gives a function that releases it, or null. */
export const tryLock = (name: string): Promise<(() => void) | null> =>
  new Promise((resolve) => {
    let release = (): void => undefined
    release = holdLock(name, false, (state) => resolve(state === 'held' ? () => release() : null))
  })
