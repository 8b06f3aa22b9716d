/** In the order of preference: small, and known to the player of the same browser. */
const types = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'] as const

/** What this browser records; undefined when it can't record, or none of the types that are stored. */
export const recordedType = (): string | undefined =>
  typeof MediaRecorder === 'undefined' ? undefined : types.find((type) => MediaRecorder.isTypeSupported(type))

/** A quarter of a megabyte a minute: enough for speech. */
const bitsPerSecond = 32_000
/** How much sound a crash may cost. */
const slice = 1_000

/** Sound that is being recorded. */
export interface Capture {
  readonly pause: () => void
  readonly resume: () => void
  /** Resolves once the last piece was handed over. */
  readonly stop: () => Promise<void>
}

/** Records a stream and hands the sound over piece by piece. */
export function capture(stream: MediaStream, mimeType: string, take: (piece: Blob) => void): Capture {
  const recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: bitsPerSecond })
  // A device that is unplugged stops the recorder too.
  const stopped = new Promise<void>((resolve) => {
    recorder.addEventListener('stop', () => resolve())
  })
  recorder.addEventListener('dataavailable', ({ data }) => {
    if (data.size > 0) take(data)
  })
  recorder.start(slice)
  return {
    pause: () => {
      if (recorder.state !== 'recording') return
      // What was said before a pause is stored at once.
      recorder.requestData()
      recorder.pause()
    },
    resume: () => {
      if (recorder.state === 'paused') recorder.resume()
    },
    stop: () => {
      if (recorder.state !== 'inactive') recorder.stop()
      return stopped
    },
  }
}
