import { failure, type Result, success } from '../../core/model/result.ts'
import { recordedType } from './capture.ts'
import { openLevel } from './level.ts'

export interface MicrophoneFailure {
  readonly reason: 'refused' | 'none' | 'busy' | 'unsupported'
  /** For the learner. */
  readonly message: string
}

const messages = {
  refused:
    'The browser does not let this page use the microphone. Allow it in the settings beside the address of the page, then press Record again. Your text is as it was.',
  none: 'No microphone was found. Plug one in, then press Record again. Your text is as it was.',
  busy: 'The microphone did not start; perhaps another program is using it. Close that program, then press Record again. Your text is as it was.',
  unsupported:
    'This browser can’t record on this page. A current browser and an https address are needed; writing works as ever.',
} as const satisfies Record<MicrophoneFailure['reason'], string>

const fail = (reason: MicrophoneFailure['reason']) => failure({ reason, message: messages[reason] })

const reasons: Readonly<Record<string, MicrophoneFailure['reason']>> = {
  NotAllowedError: 'refused',
  SecurityError: 'refused',
  NotFoundError: 'none',
  OverconstrainedError: 'none',
}

/** A microphone that is open. */
export interface Microphone {
  readonly stream: MediaStream
  /** From 0, nothing, to 1, as loud as it can get; null where the browser does not let the page measure. */
  readonly level: () => number | null
  /** Calls back when the device is unplugged or taken away, not when it is closed here. */
  readonly onLost: (tell: () => void) => void
  readonly close: () => void
}

/** Opens the microphone; the browser may ask the learner first. */
export async function openMicrophone(): Promise<Result<Microphone, MicrophoneFailure>> {
  const devices: MediaDevices | undefined = navigator.mediaDevices
  if (!devices?.getUserMedia || recordedType() === undefined) return fail('unsupported')
  try {
    const stream = await devices.getUserMedia({ audio: { channelCount: 1 } })
    const level = openLevel(stream)
    return success({
      stream,
      level: () => level?.now() ?? null,
      onLost: (tell) => {
        for (const track of stream.getAudioTracks()) track.addEventListener('ended', tell)
      },
      close: () => {
        level?.close()
        for (const track of stream.getTracks()) track.stop()
      },
    })
  } catch (error) {
    const name = error instanceof DOMException ? error.name : ''
    return fail(reasons[name] ?? 'busy')
  }
}
