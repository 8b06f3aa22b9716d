import { useEffect, useState } from 'preact/hooks'
import type { Attempt } from '../core/model/types.ts'
import { useApp } from './app-context.ts'
import type { Recorder } from './recorder-state.ts'

/** The recorder while it records an attempt; null otherwise. Re-renders when a recording begins or ends. */
export function useRecording({ id, spoken }: Attempt): Recorder | null {
  const { session } = useApp()
  const [recorder, setRecorder] = useState<Recorder | null>(null)
  const [isRecording, setRecording] = useState(false)
  // A recording is noted in the attempt as it begins, so the code of the recorder is there already.
  const isSpoken = Object.keys(spoken).length > 0
  useEffect(() => {
    if (!isSpoken) return undefined
    let isGone = false
    session.speech().then(
      (speech) => {
        if (!isGone) setRecorder(speech.recorder)
      },
      () => undefined,
    )
    return () => {
      isGone = true
    }
  }, [isSpoken, session])
  useEffect(() => {
    if (recorder === null) return undefined
    const look = (): void => {
      const { status, place } = recorder.state()
      setRecording(status === 'recording' && place?.attemptId === id)
    }
    look()
    return recorder.subscribe(look)
  }, [recorder, id])
  return isRecording ? recorder : null
}
