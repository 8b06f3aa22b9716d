/**
 * `granted`: the browser won't clear the storage by itself. `denied`: it may. `unsupported`: it can't be
 * asked.
 */
export type Persistence = 'granted' | 'denied' | 'unsupported'

/**
 * Asks the browser to keep what is stored; call it after the first attempt was saved, when there is something
 * to keep.
 */
export async function askToPersist(
  storage: Pick<StorageManager, 'persist' | 'persisted'> | undefined,
): Promise<Persistence> {
  if (!storage?.persist) return 'unsupported'
  try {
    if (await storage.persisted()) return 'granted'
    return (await storage.persist()) ? 'granted' : 'denied'
  } catch {
    return 'denied'
  }
}
