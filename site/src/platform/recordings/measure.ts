import { type Pace, paceOf } from '../../core/pace.ts'

/** Enough to tell speech from silence, so that ten minutes take 20 MB of memory. */
const rate = 8_000

/** Decodes a sound and measures it; null when the browser can't decode it. */
export async function measure(sound: Blob): Promise<Pace | null> {
  try {
    const context = new OfflineAudioContext(1, 1, rate)
    const buffer = await context.decodeAudioData(await sound.arrayBuffer())
    return paceOf(buffer.getChannelData(0), buffer.sampleRate)
  } catch {
    return null
  }
}
