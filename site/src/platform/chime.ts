/** The tone: a soft fifth that dies away within a second. */
const tones = [
  { frequency: 523.25, after: 0 },
  { frequency: 783.99, after: 0.18 },
] as const
const loudness = 0.12
const fading = 0.9

/** Plays a soft, short tone; silent where the browser has no sound or doesn't allow it. */
export async function chime(): Promise<void> {
  // Without a gesture the tone would wait for the next one.
  if (typeof AudioContext === 'undefined' || navigator.userActivation?.hasBeenActive === false) return
  const context = new AudioContext()
  try {
    await context.resume()
    const ends = tones.map(({ frequency, after }) => {
      const begin = context.currentTime + after
      const gain = context.createGain()
      gain.gain.setValueAtTime(0, begin)
      gain.gain.linearRampToValueAtTime(loudness, begin + 0.02)
      gain.gain.exponentialRampToValueAtTime(0.0001, begin + fading)
      gain.connect(context.destination)
      const tone = context.createOscillator()
      tone.frequency.value = frequency
      tone.connect(gain)
      tone.start(begin)
      tone.stop(begin + fading)
      return new Promise((resolve) => tone.addEventListener('ended', resolve))
    })
    await Promise.all(ends)
  } finally {
    await context.close()
  }
}
