import { useEffect, useState } from 'preact/hooks'
import type { Take } from '../core/speaking/takes.ts'
import type { Recorder, RecorderState } from './recorder-state.ts'
import type { Recordings } from './speech.ts'

/** The state of the recorder; re-renders whenever it changes. */
export function useRecorder(recorder: Recorder): RecorderState {
  const [state, setState] = useState(recorder.state)
  useEffect(() => {
    setState(recorder.state())
    return recorder.subscribe(() => setState(recorder.state()))
  }, [recorder])
  return state
}

/** All takes, those of other tabs too; re-renders whenever they change. */
export function useTakes(recordings: Recordings): readonly Take[] {
  const [takes, setTakes] = useState(recordings.takes)
  useEffect(() => {
    setTakes(recordings.takes())
    return recordings.subscribe(() => setTakes(recordings.takes()))
  }, [recordings])
  return takes
}
