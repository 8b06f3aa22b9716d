import type { Millis } from '../model/types.ts'
import type { Pause } from './takes.ts'

/** How somebody spoke in a sound. */
export interface Pace {
  readonly length: Millis
  /** The part of it in which somebody speaks. */
  readonly speaking: Millis
  /** Silences of at least two seconds between words; those before the first and after the last word don't count. */
  readonly pauses: readonly Pause[]
}

const frame: Millis = 25
/** A shorter gap is within a word or between two: plosives alone are silent for longer than a frame. */
const shortestGap: Millis = 300
/** A shorter burst is a click or a key. */
const shortestSound: Millis = 75
const longPause: Millis = 2_000
/** Levels in dB below full scale. Nobody who speaks into a microphone stays below the first. */
const faintest = -55
const floorAtLeast = -70
/** Speech rises and falls by more than this; the hum of a machine and the hiss of an open line do not. */
const leastRange = 10

interface Run {
  readonly speech: boolean
  readonly frames: number
}

/** The level of each frame; frames at the end that are not full are left out. */
function levelsOf(samples: Float32Array, rate: number): readonly number[] {
  const size = Math.max(1, Math.round((rate * frame) / 1000))
  return Array.from({ length: Math.floor(samples.length / size) }, (_, index) => {
    const part = samples.subarray(index * size, (index + 1) * size)
    let sum = 0
    let squares = 0
    for (const sample of part) {
      sum += sample
      squares += sample * sample
    }
    // Cheap sound cards add a constant, which is no sound.
    const power = squares / size - (sum / size) ** 2
    return power > 1e-12 ? 10 * Math.log10(power) : -120
  })
}

/** The level below which a share of the frames lies. */
const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? -120

/** The level above which a frame counts as speech; null when there is nothing but silence or steady noise. */
function thresholdOf(levels: readonly number[]): number | null {
  const sorted = [...levels].sort((a, b) => a - b)
  const floor = Math.max(quantile(sorted, 0.1), floorAtLeast)
  const top = quantile(sorted, 0.99)
  if (top < faintest || top - floor < leastRange) return null
  return Math.max(faintest, floor + Math.max(6, (top - floor) * 0.35))
}

function runsOf(flags: readonly boolean[]): readonly Run[] {
  const runs: Run[] = []
  for (const speech of flags) {
    const last = runs.at(-1)
    if (last?.speech === speech) runs[runs.length - 1] = { speech, frames: last.frames + 1 }
    else runs.push({ speech, frames: 1 })
  }
  return runs
}

/** Turns runs of one kind that are shorter than a length into the other kind, except for gaps at both ends. */
function without(flags: readonly boolean[], speech: boolean, least: Millis): readonly boolean[] {
  const runs = runsOf(flags)
  return runs.flatMap((run, index) => {
    const isInside = index > 0 && index < runs.length - 1
    const isShort = run.speech === speech && run.frames * frame < least && (speech || isInside)
    return new Array<boolean>(run.frames).fill(isShort ? !speech : run.speech)
  })
}

/**
 * Finds speech by its level: a frame of 25 ms counts when it is well above the quietest tenth of the sound, the room.
 * That threshold moves with the recording, as that of an adaptive silence detector does (PJMEDIA's, for example), so
 * neither the gain of the microphone nor the noise of a fan decides. It tells sound from silence, not words from music.
 * @param samples one channel, from −1 to 1
 * @param rate samples a second
 */
export function paceOf(samples: Float32Array, rate: number): Pace {
  const length = Math.round((samples.length / rate) * 1000)
  const levels = levelsOf(samples, rate)
  const threshold = thresholdOf(levels)
  if (threshold === null) return { length, speaking: 0, pauses: [] }
  const loud = levels.map((level) => level >= threshold)
  const runs = runsOf(without(without(loud, true, shortestSound), false, shortestGap))
  const pauses: Pause[] = []
  let at = 0
  let speaking = 0
  runs.forEach(({ speech, frames }, index) => {
    const lasts = frames * frame
    const isInside = index > 0 && index < runs.length - 1
    if (speech) speaking += lasts
    else if (isInside && lasts >= longPause) pauses.push({ at, length: lasts })
    at += lasts
  })
  return { length, speaking, pauses }
}
