/** `granted`: the browser won't evict the data on its own. `denied`: it may. `unsupported`: there is no way to ask. */
export type Persistence = 'granted' | 'denied' | 'unsupported'

/** Requests persistent storage. Call it once there is something worth keeping: some browsers show a prompt. */
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
