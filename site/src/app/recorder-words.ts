import type { SoundFailure } from '../core/storage/recording-store.ts'

/** What a recorder says by itself. */
export const recorderWords = {
  elsewhere: 'Another tab is recording. Stop it there first.',
  clock: 'The clock is paused, so the recording is too. It goes on with the clock.',
  lost: 'The microphone was unplugged or taken away, so the recording has ended. What was recorded is kept.',
  broken:
    'The browser could not record, although it has let this page use the microphone. What was recorded before is kept, and your text is as it was. Try again, or reload the page.',
  gone: 'The recording was deleted in another tab, or by the browser, before it had ended.',
  left: 'The recording has ended because you left the page. What was recorded is kept.',
} as const

/** Why the storing of a take has ended it, and what is left of it. */
export const failureMessage = ({ reason, message }: SoundFailure, bytes: number): string =>
  reason === 'gone'
    ? message
    : `${message} ${bytes > 0 ? 'What was stored before is kept.' : 'Nothing of it was stored.'}`

export const spaceMessage = (space: number): string =>
  `The space for recordings, ${space} MB, is used up. What was recorded is kept. Delete recordings or allow more space on the page “Your data”.`
