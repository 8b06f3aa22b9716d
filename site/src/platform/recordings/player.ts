import type { Millis } from '../../core/model/types.ts'
import { type Replay, type Track, trackAt } from '../../core/speaking/replay.ts'
import { playable } from './playable.ts'

export interface PlayerState {
  readonly isPlaying: boolean
  /** In the whole. */
  readonly time: Millis
  /** For the learner; empty unless a sound could not be played. */
  readonly problem: string
}

export interface Player {
  readonly play: () => Promise<void>
  readonly pause: () => void
  readonly seek: (time: Millis) => Promise<void>
  readonly setRate: (rate: number) => void
  readonly close: () => void
}

const problem = 'This recording can’t be played in this browser. Save it as a file and try another player.'

/** Waits until the length of a sound is known. */
const load = (audio: HTMLAudioElement, url: string): Promise<void> =>
  new Promise((resolve, reject) => {
    audio.onloadedmetadata = () => resolve()
    audio.onerror = () => reject(new Error('no sound'))
    audio.src = url
  })

/** Plays takes one after the other as if they were one. */
export function createPlayer(
  replay: Replay,
  soundOf: (track: Track) => Promise<Blob>,
  tell: (state: PlayerState) => void,
): Player {
  const audio = new Audio()
  audio.preservesPitch = true
  let state: PlayerState = { isPlaying: false, time: 0, problem: '' }
  let loaded: number | null = null
  let url: string | null = null
  let rate = 1
  /** Each seek outdates those before it. */
  let turn = 0
  const update = (change: Partial<PlayerState>): void => {
    state = { ...state, ...change }
    tell(state)
  }
  const forget = (): void => {
    // What still loads would look for an address that is gone.
    audio.removeAttribute('src')
    audio.load()
    if (url !== null) URL.revokeObjectURL(url)
    url = null
    loaded = null
  }
  /** @returns whether the place was reached, and no other was asked for meanwhile */
  const goTo = async (time: Millis): Promise<boolean> => {
    const place = trackAt(replay, time)
    if (!place) return false
    turn += 1
    const mine = turn
    try {
      if (loaded !== place.index) {
        audio.pause()
        forget()
        const sound = await playable(await soundOf(place.track))
        if (mine !== turn) return false
        url = URL.createObjectURL(sound)
        await load(audio, url)
        if (mine !== turn) return false
        loaded = place.index
      }
      audio.playbackRate = rate
      audio.currentTime = place.offset / 1000
      update({ time: place.track.start + place.offset, problem: '' })
      return true
    } catch {
      if (mine === turn) update({ isPlaying: false, problem })
      return false
    }
  }
  const run = async (from: Millis): Promise<void> => {
    update({ isPlaying: true })
    if (!(await goTo(from)) || !state.isPlaying) return
    await audio.play().catch((error: unknown) => {
      // A pause, or another place, has interrupted it before it began.
      const isInterrupted = error instanceof DOMException && error.name === 'AbortError'
      if (!isInterrupted) update({ isPlaying: false, problem })
    })
  }
  audio.addEventListener('timeupdate', () => {
    const track = loaded === null ? undefined : replay.tracks[loaded]
    if (track && state.isPlaying)
      update({ time: track.start + Math.min(audio.currentTime * 1000, track.take.length) })
  })
  audio.addEventListener('ended', () => {
    if (loaded === null || !state.isPlaying) return
    const next = replay.tracks[loaded + 1]
    if (next) void run(next.start)
    else update({ isPlaying: false, time: replay.total })
  })
  return {
    play: () => run(state.time >= replay.total ? 0 : state.time),
    pause: () => {
      audio.pause()
      update({ isPlaying: false })
    },
    seek: async (time) => {
      update({ time: Math.min(Math.max(0, time), replay.total) })
      if (state.isPlaying) await run(time)
    },
    setRate: (next) => {
      rate = next
      audio.playbackRate = next
    },
    close: () => {
      turn += 1
      audio.pause()
      forget()
    },
  }
}
