const container = (): ServiceWorkerContainer | undefined => {
  try {
    return navigator.serviceWorker
  } catch {
    return undefined
  }
}

/** Whether a worker answers for the site: it has kept all of it. */
export const isKept = (): boolean => (container()?.controller ?? null) !== null

/** Calls back when a newer worker is waiting, now or later. */
function watch(registration: ServiceWorkerRegistration, tell: () => void): void {
  const follow = (worker: ServiceWorker | null): void => {
    worker?.addEventListener('statechange', () => {
      if (registration.waiting) tell()
    })
  }
  if (registration.waiting) tell()
  follow(registration.installing)
  registration.addEventListener('updatefound', () => follow(registration.installing))
}

/**
 * Calls back when a newer version of the site waits for `applyUpdate`, or when another tab has activated one. The
 * first install doesn't count.
 * @returns a function that unsubscribes
 */
export function subscribeToUpdates(listener: () => void): () => void {
  const workers = container()
  if (!workers) return () => undefined
  let ended = false
  let controlled = workers.controller !== null
  const tell = (): void => {
    if (!ended) listener()
  }
  const onChange = (): void => {
    if (controlled) tell()
    controlled = true
  }
  workers.addEventListener('controllerchange', onChange)
  // A ready registration has an active worker, so a waiting one is newer.
  void workers.ready.then((registration) => watch(registration, tell))
  return () => {
    ended = true
    workers.removeEventListener('controllerchange', onChange)
  }
}

/** Activates the newer version and reloads; save first. */
export async function applyUpdate(): Promise<void> {
  const workers = container()
  const waiting = (await workers?.getRegistration())?.waiting
  if (!workers || !waiting) {
    location.reload()
    return
  }
  workers.addEventListener('controllerchange', () => location.reload(), { once: true })
  waiting.postMessage('activate')
}
