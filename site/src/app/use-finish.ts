import { useState } from 'preact/hooks'
import type { Attempt } from '../core/model/types.ts'
import { useApp } from './app-context.ts'
import { finish } from './practice.ts'

interface Finishing {
  /** Finishes attempts, then goes on; stays where it is when the code for that could not be fetched. */
  readonly end: (attempts: readonly Attempt[], goOn: () => void) => Promise<void>
  readonly hasFailed: boolean
}

/** Lets a view finish attempts, and tell when that has failed. */
export function useFinish(): Finishing {
  const { session } = useApp()
  const [hasFailed, setFailed] = useState(false)
  return {
    hasFailed,
    end: async (attempts, goOn) => {
      setFailed(false)
      try {
        for (const attempt of attempts) await finish(session, attempt)
      } catch {
        return setFailed(true)
      }
      goOn()
    },
  }
}
