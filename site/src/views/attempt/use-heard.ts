import { useEffect, useRef } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import type { Recorder } from '../../app/recorder-state.ts'
import type { Attempt, Instant } from '../../core/model/types.ts'

/** When an attempt was last recorded; 0 while it was not on this page. Who speaks is there without touching a key. */
export function useHeard({ id, spoken }: Attempt): () => Instant {
  const { session } = useApp()
  const recorder = useRef<Recorder | null>(null)
  // A recording is noted in the attempt as it begins, so the code of the recorder is there already.
  const isSpoken = Object.keys(spoken).length > 0
  useEffect(() => {
    if (!isSpoken) return
    session.speech().then(
      (speech) => {
        recorder.current = speech.recorder
      },
      () => undefined,
    )
  }, [isSpoken, session])
  return () => recorder.current?.heardAt(id) ?? 0
}
