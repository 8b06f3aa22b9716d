interface Policy {
  readonly createScriptURL: (url: string) => object
}

interface Policies {
  readonly createPolicy: (name: string, rules: { createScriptURL: () => string }) => Policy
}

/** Beside the page, in whatever folder the site is deployed. */
const workerUrl = (): string => new URL('sw.js', document.baseURI).href

/** There is only one worker, so the policy ignores its argument. */
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
    // Blocked by settings, or not served over HTTPS: the site works, but only online.
  }
}

/** Registers the service worker. Waits for the load event, because the worker downloads the whole site. */
export function registerWorker(): void {
  if (document.readyState === 'complete') void register()
  else addEventListener('load', () => void register(), { once: true })
}
