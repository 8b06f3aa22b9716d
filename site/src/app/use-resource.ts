import { useCallback, useEffect, useMemo, useState } from 'preact/hooks'

export type Resource<Value> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: Value }
  | { readonly state: 'failed'; readonly retry: () => void }

type Outcome<Value> = { readonly key: string; readonly result: { readonly value: Value } | null }

/**
 * Fetches a value when the view mounts and whenever the key changes. Values fetched for an earlier key are never
 * returned.
 * @param key null fetches nothing
 */
export function useResource<Value>(key: string | null, load: () => Promise<Value>): Resource<Value> {
  const [outcome, setOutcome] = useState<Outcome<Value> | null>(null)
  const [tries, setTries] = useState(0)
  useEffect(() => {
    if (key === null) return undefined
    let over = false
    const tell = (result: Outcome<Value>['result']): void => {
      if (!over) setOutcome({ key, result })
    }
    load().then(
      (value) => tell({ value }),
      () => tell(null),
    )
    return () => {
      over = true
    }
  }, [key, tries])
  const retry = useCallback(() => {
    setOutcome(null)
    setTries((count) => count + 1)
  }, [])
  // The same object as long as nothing has changed, so that it can be a dependency.
  return useMemo(() => {
    if (!outcome || outcome.key !== key) return { state: 'loading' }
    return outcome.result ? { state: 'ready', value: outcome.result.value } : { state: 'failed', retry }
  }, [outcome, key, retry])
}
