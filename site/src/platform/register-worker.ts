interface Policy {
  readonly createScriptURL: (url: string) => object
}

interface Policies {
  readonly createPolicy: (name: string, rules: { createScriptURL: () => string }) => Policy
}

/** The address of the service worker, which stands beside the page in whatever folder that is. */
const workerUrl = (): string => new URL('sw.js', document.baseURI).href

/** The address as what the browser takes for a script. There is one, so the policy gives it whatever it is asked. */
function trustedWorkerUrl(): string {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: Policies }
  if (!trustedTypes) return workerUrl()
  const policy = trustedTypes.createPolicy('drills-worker', { createScriptURL: workerUrl })
  return policy.createScriptURL('') as unknown as string
}

async function register(): Promise<void> {
  try {
    await navigator.serviceWorker?.register(trustedWorkerUrl(), { scope: './' })
  } catch {
    // Blocked by a setting, or not there over plain http: the site works, but only online.
  }
}

/** Makes the site work offline. Waits until the page is loaded, because it fetches all that the site has. Call it once. */
export function registerWorker(): void {
  if (document.readyState === 'complete') void register()
  else addEventListener('load', () => void register(), { once: true })
}
