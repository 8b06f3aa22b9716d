import { type Pace, paceOf } from '../../core/speaking/pace.ts'
import { decode } from './decode.ts'

/** Enough to tell speech from silence, so that ten minutes take 20 MB of memory. */
const rate = 8_000

/** Decodes a sound and measures it; null when the browser can't decode it. */
export async function measure(sound: Blob): Promise<Pace | null> {
  try {
    return paceOf(await decode(sound, rate), rate)
  } catch {
    return null
  }
}
