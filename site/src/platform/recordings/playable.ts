import { wavOf } from '../../core/speaking/wav.ts'
import { decode } from './decode.ts'

/** All that is heard of speech. */
const rate = 16_000

/**
 * Turns a sound into one that can be played from any place. What MediaRecorder writes as WebM names no length; Chromium
 * finds it at the end when sent there, Firefox lets nobody seek at all.
 */
export async function playable(sound: Blob): Promise<Blob> {
  return new Blob([wavOf(await decode(sound, rate), rate)], { type: 'audio/wav' })
}
