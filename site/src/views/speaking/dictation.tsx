import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { type DictationPlace, dictate, dictationPlace, fetchLanguagePack } from '../../platform/dictation.ts'

type State = 'idle' | 'listening' | 'fetching' | 'offer' | 'message'

const refusals = {
  elsewhere: 'This browser would send your voice to its maker, so dictation is off here.',
  none: 'This browser can’t recognise speech, so there is no dictation here.',
} as const satisfies Record<Exclude<DictationPlace, 'device' | 'fetchable'>, string>

const errorText = (code: string): string =>
  code === 'not-allowed' || code === 'audio-capture'
    ? 'The browser does not let this page use the microphone, so nothing was dictated.'
    : 'The dictation has ended because the browser could not go on with it. What it heard is in your text.'

interface DictationProps {
  readonly title: string
  readonly onPhrase: (phrase: string) => void
  /** Shown while it listens: where the words go. */
  readonly children: ComponentChildren
}

/** Dictates where the browser recognises speech on the device, and says so where it does not. */
export function Dictation({ title, onPhrase, children }: DictationProps) {
  const [state, setState] = useState<State>('idle')
  const [message, setMessage] = useState('')
  const stop = useRef<(() => void) | null>(null)
  const hear = useRef(onPhrase)
  hear.current = onPhrase
  const isGone = useRef(false)
  useEffect(
    () => () => {
      isGone.current = true
      stop.current?.()
    },
    [],
  )
  const say = (words: string): void => {
    setMessage(words)
    setState('message')
  }
  const listen = (): void => {
    // The browser has taken its time to answer: the page is another one by now, or the button was pressed again.
    if (isGone.current || stop.current) return
    setState('listening')
    stop.current = dictate(
      (phrase) => phrase !== '' && hear.current(phrase),
      (error) => {
        stop.current = null
        if (error === null || error === 'no-speech' || error === 'aborted') setState('idle')
        else say(errorText(error))
      },
    )
  }
  const press = async (): Promise<void> => {
    if (stop.current) return stop.current()
    const place = await dictationPlace()
    if (place === 'device') listen()
    else if (place === 'fetchable') setState('offer')
    else say(refusals[place])
  }
  const fetchPack = async (): Promise<void> => {
    setState('fetching')
    if (await fetchLanguagePack()) listen()
    else say('The browser could not fetch the language pack, so dictation is off here.')
  }
  return (
    <>
      <button
        type="button"
        class="text-button"
        aria-label={`${state === 'listening' ? 'Stop dictating' : 'Dictate'}: ${title}`}
        disabled={state === 'fetching'}
        onClick={() => void press()}
      >
        {state === 'listening' ? 'Stop dictating' : 'Dictate'}
      </button>
      {state === 'listening' && children}
      <span role="status" class="quiet">
        {state === 'listening' && 'Listening on this device …'}
        {state === 'fetching' && 'The browser is fetching the language pack …'}
        {state === 'message' && message}
        {state === 'offer' &&
          'This browser can recognise English on this device once it has fetched a language pack from its maker. Your voice is not sent.'}
      </span>
      {state === 'offer' && (
        <button type="button" onClick={() => void fetchPack()}>
          Let the browser fetch it
        </button>
      )}
    </>
  )
}
