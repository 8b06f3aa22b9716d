import { useEffect, useState } from 'preact/hooks'
import type { Millis } from '../core/types.ts'

/** A value that follows another once that has not changed for a while, for work that is too slow for every key. */
export function useSettled<Value>(value: Value, delay: Millis): Value {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    if (settled === value) return undefined
    const timer = setTimeout(() => setSettled(value), delay)
    return () => clearTimeout(timer)
  }, [value, settled, delay])
  return settled
}
