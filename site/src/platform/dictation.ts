/**
 * Where speech would be recognised: on the device; there once a language pack was fetched; somewhere else or nobody
 * knows where; nowhere, because the browser can't.
 */
export type DictationPlace = 'device' | 'fetchable' | 'elsewhere' | 'none'

const options = { langs: ['en-US'], processLocally: true } as const

interface RecognitionEvent {
  readonly resultIndex: number
  readonly results: ArrayLike<ArrayLike<{ readonly transcript: string }> & { readonly isFinal: boolean }>
}

/** What this page uses of the Web Speech API, which TypeScript does not know. */
interface Recognition {
  lang: string
  continuous: boolean
  processLocally: boolean
  onresult: ((event: RecognitionEvent) => void) | null
  onerror: ((event: { readonly error: string }) => void) | null
  onend: (() => void) | null
  start: () => void
  stop: () => void
}

interface RecognitionConstructor {
  new (): Recognition
  readonly available?: (asked: typeof options) => Promise<string>
  readonly install?: (asked: typeof options) => Promise<boolean>
}

interface Window {
  readonly SpeechRecognition?: RecognitionConstructor
  readonly webkitSpeechRecognition?: RecognitionConstructor
}

const recognitions = (): Window => globalThis as Window

/** Asks the browser; nothing is sent or fetched. */
export async function dictationPlace(): Promise<DictationPlace> {
  const { SpeechRecognition, webkitSpeechRecognition } = recognitions()
  if (!SpeechRecognition?.available)
    return (SpeechRecognition ?? webkitSpeechRecognition) ? 'elsewhere' : 'none'
  try {
    const answer = await SpeechRecognition.available(options)
    if (answer === 'available') return 'device'
    return answer === 'downloadable' || answer === 'downloading' ? 'fetchable' : 'elsewhere'
  } catch {
    return 'elsewhere'
  }
}

/** Lets the browser fetch its language pack. Gives whether it has it by then. */
export async function fetchLanguagePack(): Promise<boolean> {
  try {
    return (await recognitions().SpeechRecognition?.install?.(options)) ?? false
  } catch {
    return false
  }
}

/**
 * Recognises speech on the device until it is stopped.
 * @param hear called with every phrase
 * @param end called once when it is over, with the code of an error or null
 * @returns a function that stops it
 */
export function dictate(hear: (phrase: string) => void, end: (error: string | null) => void): () => void {
  const { SpeechRecognition } = recognitions()
  if (!SpeechRecognition) {
    end('service-not-allowed')
    return () => undefined
  }
  const recognition = new SpeechRecognition()
  let error: string | null = null
  recognition.lang = options.langs[0]
  recognition.continuous = true
  // The browser must fail rather than send the voice away.
  recognition.processLocally = true
  recognition.onresult = ({ resultIndex, results }) => {
    for (const result of Array.from(results).slice(resultIndex))
      if (result.isFinal) hear(result[0]?.transcript.trim() ?? '')
  }
  recognition.onerror = (event) => {
    error = event.error
  }
  recognition.onend = () => end(error)
  recognition.start()
  return () => recognition.stop()
}
