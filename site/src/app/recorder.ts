import type { Instant, Millis } from '../core/model/types.ts'
import { followAttempt } from '../core/speaking/follow-attempt.ts'
import { bytesOf, type Take } from '../core/speaking/takes.ts'
import type { SoundFailure } from '../core/storage/recording-store.ts'
import { type Capture, capture, recordedType } from '../platform/recordings/capture.ts'
import { type Microphone, openMicrophone } from '../platform/recordings/microphone.ts'
import { idle, type Place, type Recorder, type RecorderState } from './recorder-state.ts'
import { failureMessage, recorderWords, spaceMessage } from './recorder-words.ts'
import { href } from './router.ts'
import type { Session } from './session.ts'
import type { Recordings } from './speech.ts'
import { type TakeWriter, writeTake } from './take-writer.ts'
import { tryLock } from './try-lock.ts'

interface Running {
  readonly take: Take
  readonly capture: Capture
  readonly writer: TakeWriter
}

const leftNotice = 'recording-left'

const megabyte = 1024 * 1024

/**
 * Creates the recorder of a page.
 * @param lock a name that the tabs share
 */
export function createRecorder(recordings: Recordings, session: Session, lock: string): Recorder {
  let state = idle
  let microphone: Microphone | null = null
  let running: Running | null = null
  let release: (() => void) | null = null
  let closing = 0
  /** The controls on the screen, by the attempt that they belong to. */
  const watchers = new Set<Pick<Place, 'attemptId'>>()
  /** When a piece of sound came in last. A page that sleeps hears nothing. */
  let heard: { readonly attemptId: string; readonly at: Instant } | null = null
  /** The attempt that was left while it was recorded. */
  let leftIn: string | null = null
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
    if (failure) void stop(failureMessage(failure, stored.bytes), failure.reason === 'gone')
    else if (isFull(stored.bytes)) void stop(spaceMessage(space()))
  }
  /**
   * @param startClock called once the recorder runs
   * @throws when the browser does not record after all
   */
  const begin = (
    stream: MediaStream,
    mime: string,
    place: Place,
    startClock: () => unknown = () => undefined,
  ): void => {
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
    const writer = writeTake(recordings.store, take, () => recordings.wordsOf(take), hear)
    const begun = capture(stream, mime, (piece) => {
      heard = { attemptId: place.attemptId, at: session.now() }
      writer.write(piece)
    })
    startClock()
    running = { take, writer, capture: begun }
    recordings.adopt([take])
    recordings.mark(take)
    update({ status: 'recording', place, pausedBy: null, spent: 0, since: session.now(), message: '' })
  }
  /** Ends a take and measures it, while another may be recorded already. */
  const end = async (ended: Running, length: Millis, isDropped: boolean): Promise<void> => {
    closing += 1
    await ended.capture.stop()
    const stored = await ended.writer.settled()
    if (isDropped || stored.bytes === 0) await recordings.remove([stored])
    else if ((await recordings.close({ ...stored, length })) === null) update({ message: recorderWords.gone })
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
    microphone?.close()
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
    update({
      pausedBy: by,
      spent: spentNow(),
      since: null,
      message: by === 'clock' ? recorderWords.clock : '',
    })
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
    try {
      begin(microphone.stream, ended.take.mime, { attemptId: state.place.attemptId, part })
    } catch {
      void stop(recorderWords.broken)
      return
    }
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

  const isWatched = (place: Place): boolean =>
    [...watchers].some(({ attemptId }) => attemptId === place.attemptId)
  /** Opens all that a recording needs; gives what is missing as words for the learner. */
  const open = async (): Promise<string | null> => {
    release = (await tryLock(lock)) ?? release
    if (release === null) return recorderWords.elsewhere
    const stored = await recordings.refresh()
    if (!stored.ok) return stored.error.message
    if (isFull()) return spaceMessage(space())
    const opened = await openMicrophone()
    if (!opened.ok) return opened.error.message
    microphone = opened.value
    microphone.onLost(() => void stop(recorderWords.lost))
    return null
  }
  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    level: () => (state.since === null ? null : (microphone?.level() ?? null)),
    record: async (place, beginClock) => {
      if (running !== null || state.status === 'asking' || state.status === 'saving') return
      update({ ...idle, status: 'asking', place })
      session.dismiss(leftNotice)
      const giveUp = (message: string): void => {
        closeMicrophone()
        update({ ...idle, place, message })
        letGo()
      }
      const problem = await open()
      const mime = recordedType()
      if (problem !== null || microphone === null || mime === undefined || !isWatched(place))
        return giveUp(problem ?? '')
      try {
        begin(microphone.stream, mime, place, beginClock)
      } catch {
        return giveUp(recorderWords.broken)
      }
      follow()
    },
    pause: () => pause('learner'),
    resume: (beginClock) => {
      beginClock()
      if (state.pausedBy !== null) resume()
    },
    stop,
    attend: (attemptId) => {
      const watcher = { attemptId }
      watchers.add(watcher)
      // Whoever is back finds the same words beside the controls.
      if (leftIn === attemptId) session.dismiss(leftNotice)
      return () => {
        watchers.delete(watcher)
        // Another view of the same attempt may take its place at once.
        setTimeout(() => {
          if (running === null || state.place === null || isWatched(state.place)) return
          const link = { href: href('attempt', state.place.attemptId), text: 'Back to the attempt' }
          leftIn = state.place.attemptId
          session.notify({ id: leftNotice, text: recorderWords.left, link })
          void stop(recorderWords.left)
        })
      }
    },
    heardAt: (attemptId) => (heard?.attemptId === attemptId ? heard.at : null),
  }
}
