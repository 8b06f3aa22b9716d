import { followAttempt, type PausedBy } from '../core/follow-attempt.ts'
import type { SoundFailure } from '../core/recording-store.ts'
import { bytesOf, type Take } from '../core/takes.ts'
import type { Attempt, Instant, Millis } from '../core/types.ts'
import { type Capture, capture, recordedType } from '../platform/recordings/capture.ts'
import { type Level, openLevel } from '../platform/recordings/level.ts'
import { type Microphone, openMicrophone } from '../platform/recordings/microphone.ts'
import type { Recordings } from './recordings.ts'
import type { Session } from './session.ts'
import { type TakeWriter, writeTake } from './take-writer.ts'
import { tryLock } from './try-lock.ts'

/** What is recorded: a phase or a follow-up of an attempt. */
export interface Place {
  readonly attemptId: string
  readonly part: string
}

export interface RecorderState {
  readonly status: 'idle' | 'asking' | 'recording' | 'saving'
  /** Where it records, or has something to say. */
  readonly place: Place | null
  readonly pausedBy: PausedBy
  /** The length of the take until `since`, or in all while it is paused. */
  readonly spent: Millis
  readonly since: Instant | null
  /** What went wrong, or what it did by itself; empty when there is nothing to say. */
  readonly message: string
}

/** Records one part of one attempt at a time, in all tabs. */
export interface Recorder {
  readonly state: () => RecorderState
  readonly subscribe: (listener: () => void) => () => void
  /** From 0 to 1; null while nothing is recorded, or nothing can be measured. */
  readonly level: () => number | null
  /**
   * Opens the microphone and records.
   * @param begin starts the clock of the attempt; called once the microphone is open
   */
  readonly record: (place: Place, begin: () => Attempt) => Promise<void>
  readonly pause: () => void
  /** @param begin starts the clock if it stands still */
  readonly resume: (begin: () => Attempt) => void
  readonly stop: (message?: string) => Promise<void>
  /** Tells that the controls are on the screen, until the returned function is called: out of sight nothing is recorded. */
  readonly attend: () => () => void
}

interface Running {
  readonly take: Take
  readonly capture: Capture
  readonly writer: TakeWriter
}

const idle: RecorderState = {
  status: 'idle',
  place: null,
  pausedBy: null,
  spent: 0,
  since: null,
  message: '',
}

const megabyte = 1024 * 1024

const words = {
  elsewhere: 'Another tab is recording. Stop it there first.',
  clock: 'The clock is paused, so the recording is too. It goes on with the clock.',
  lost: 'The microphone was unplugged or taken away, so the recording has ended. What was recorded is kept.',
  left: 'The recording has ended because you left the page. What was recorded is kept.',
} as const

const spaceMessage = (space: number): string =>
  `The space for recordings, ${space} MB, is used up. What was recorded is kept. Delete recordings or allow more space on the page “Your data”.`

/**
 * Creates the recorder of a page.
 * @param lock a name that the tabs share
 */
export function createRecorder(recordings: Recordings, session: Session, lock: string): Recorder {
  let state = idle
  let microphone: Microphone | null = null
  let level: Level | null = null
  let running: Running | null = null
  let release: (() => void) | null = null
  let closing = 0
  let watchers = 0
  const listeners = new Set<() => void>()
  const update = (change: Partial<RecorderState>): void => {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }
  const spentNow = (): Millis =>
    state.spent + (state.since === null ? 0 : Math.max(0, session.now() - state.since))
  const space = (): number => session.snapshot().library.settings.recordingSpace
  const isFull = (written = 0): boolean =>
    bytesOf(recordings.takes().filter(({ endedAt }) => endedAt !== null)) + written >= space() * megabyte

  const hear = (stored: Take, failure: SoundFailure | null): void => {
    if (running?.take.id !== stored.id) return
    if (failure) void stop(failure.message)
    else if (isFull(stored.bytes)) void stop(spaceMessage(space()))
  }
  const begin = (stream: MediaStream, mime: string, place: Place): void => {
    const take: Take = {
      ...place,
      id: crypto.randomUUID(),
      at: session.now(),
      mime,
      bytes: 0,
      length: 0,
      speaking: null,
      pauses: [],
      words: 0,
      endedAt: null,
    }
    const writer = writeTake(recordings.store, take, hear)
    running = { take, writer, capture: capture(stream, mime, writer.write) }
    recordings.adopt([take])
    update({ status: 'recording', place, pausedBy: null, spent: 0, since: session.now(), message: '' })
  }
  /** Ends a take and measures it, while another may be recorded already. */
  const end = async (ended: Running, length: Millis, isDropped: boolean): Promise<void> => {
    closing += 1
    await ended.capture.stop()
    const stored = await ended.writer.settled()
    if (isDropped || stored.bytes === 0) await recordings.remove([stored])
    else await recordings.close({ ...stored, length })
    closing -= 1
    letGo()
  }
  const letGo = (): void => {
    if (running !== null || closing > 0 || state.status === 'asking') return
    release?.()
    release = null
    if (state.status === 'saving') update({ ...idle, place: state.place, message: state.message })
  }
  const closeMicrophone = (): void => {
    level?.close()
    microphone?.close()
    level = null
    microphone = null
  }
  const stop = async (message = '', isDropped = false): Promise<void> => {
    if (running === null) return
    const ended = running
    const length = spentNow()
    running = null
    update({ status: 'saving', message, spent: length, since: null, pausedBy: null })
    const done = end(ended, length, isDropped)
    await ended.capture.stop()
    if (running === null) closeMicrophone()
    await done
  }
  const pause = (by: 'learner' | 'clock'): void => {
    running?.capture.pause()
    update({ pausedBy: by, spent: spentNow(), since: null, message: by === 'clock' ? words.clock : '' })
  }
  const resume = (): void => {
    running?.capture.resume()
    update({ pausedBy: null, since: session.now(), message: '' })
  }
  /** Begins the take of the next phase before that of the last one ends, so that no word falls between them. */
  const cut = (part: string): void => {
    if (running === null || microphone === null || state.place === null) return
    const ended = running
    const { pausedBy } = state
    const length = spentNow()
    begin(microphone.stream, ended.take.mime, { attemptId: state.place.attemptId, part })
    if (pausedBy !== null) pause(pausedBy)
    void end(ended, length, false)
  }
  const follow = (): void => {
    const { place } = state
    if (running === null || place === null) return
    const attempt = session.snapshot().library.attempts.find(({ id }) => id === place.attemptId)
    const step = followAttempt(attempt, place.part, state.pausedBy)
    if (typeof step === 'object') cut(step.cut)
    else if (step === 'pause') pause('clock')
    else if (step === 'resume') resume()
    else if (step === 'stop') void stop()
    else if (step === 'drop') void stop('', true)
  }
  session.subscribe(follow)

  /** Opens all that a recording needs; gives what is missing as words for the learner. */
  const open = async (): Promise<string | null> => {
    release = (await tryLock(lock)) ?? release
    if (release === null) return words.elsewhere
    const stored = await recordings.refresh()
    if (!stored.ok) return stored.error.message
    if (isFull()) return spaceMessage(space())
    const opened = await openMicrophone()
    if (!opened.ok) return opened.error.message
    microphone = opened.value
    microphone.onLost(() => void stop(words.lost))
    level = openLevel(microphone.stream)
    return null
  }
  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    level: () => (state.since === null ? null : (level?.now() ?? null)),
    record: async (place, beginClock) => {
      if (running !== null || state.status === 'asking' || state.status === 'saving') return
      update({ ...idle, status: 'asking', place })
      const problem = await open()
      const mime = problem === null ? recordedType() : undefined
      if (microphone === null || mime === undefined || watchers === 0) {
        closeMicrophone()
        update({ ...idle, place, message: problem ?? '' })
        letGo()
        return
      }
      const attempt = beginClock()
      begin(microphone.stream, mime, { attemptId: attempt.id, part: place.part })
      follow()
    },
    pause: () => pause('learner'),
    resume: (beginClock) => {
      beginClock()
      if (state.pausedBy !== null) resume()
    },
    stop,
    attend: () => {
      watchers += 1
      return () => {
        watchers -= 1
        // Another view of the same attempt may take its place at once.
        setTimeout(() => {
          if (watchers === 0) void stop(words.left)
        })
      }
    },
  }
}
