/** The loudness of a microphone. */
export interface Level {
  /** From 0, nothing, to 1, as loud as it can get; null while the browser does not let the page measure. */
  readonly now: () => number | null
  readonly close: () => void
}

/** The quietest level that shows, in dB below full scale. */
const quietest = -60

/** Measures a stream; null where the browser can't, which is no reason not to record. Nothing is played. */
export function openLevel(stream: MediaStream): Level | null {
  try {
    return measuring(stream)
  } catch {
    return null
  }
}

function measuring(stream: MediaStream): Level {
  const context = new AudioContext()
  const analyser = context.createAnalyser()
  analyser.fftSize = 1024
  context.createMediaStreamSource(stream).connect(analyser)
  const samples = new Float32Array(analyser.fftSize)
  return {
    now: () => {
      if (context.state !== 'running') return null
      analyser.getFloatTimeDomainData(samples)
      const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length
      const decibels = power > 0 ? 10 * Math.log10(power) : quietest
      return Math.min(1, Math.max(0, 1 - decibels / quietest))
    },
    close: () => void context.close().catch(() => undefined),
  }
}
