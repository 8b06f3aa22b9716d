const container = (): ServiceWorkerContainer | undefined => {
  try {
    return navigator.serviceWorker
  } catch {
    return undefined
  }
}

/** Calls back once a worker of a newer version waits, now or later. */
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
 * Tells when a newer version of the site is there and waits for `applyUpdate`: new drills, or another tab has already
 * changed to it. The first visit, which only installs the site, tells nothing.
 * @returns a function that ends it
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
  // A registration that is ready has an active worker, so one that waits is newer.
  void workers.ready.then((registration) => watch(registration, tell))
  return () => {
    ended = true
    workers.removeEventListener('controllerchange', onChange)
  }
}

/** Changes to the newer version and loads the page anew; save first. */
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
