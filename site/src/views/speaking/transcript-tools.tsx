import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Recordings } from '../../app/speech.ts'
import { textOf } from '../../core/model/attempt.ts'
import { countWords } from '../../core/model/count-words.ts'
import type { Attempt } from '../../core/model/types.ts'
import { Dictation } from './dictation.tsx'
import type { SpeakingProps } from './speaking-props.ts'

interface TranscriptToolsProps extends SpeakingProps {
  readonly recordings: Recordings
  /** Whether it may be dictated as well. */
  readonly dictates?: boolean
}

/** What a transcript can be added to. */
const targetsOf = (attempt: Attempt, part: string) => attempt.fields.filter(({ phase }) => phase === part)

const joined = (before: string, added: string, blank: string): string =>
  before.trim() === '' ? added : `${before.trimEnd()}${blank}${added}`

/** Adds what was said to the text of the phase, pasted or dictated; nothing is ever replaced. */
export function TranscriptTools(props: TranscriptToolsProps) {
  const { attempt, act, part, title, recordings, dictates = true } = props
  const targets = targetsOf(attempt, part)
  const [chosen, setChosen] = useState<string | null>(null)
  // The fields change with the mode of the attempt.
  const target = (targets.find(({ id }) => id === chosen) ?? targets[0])?.id ?? null
  const [isPasting, setPasting] = useState(false)
  const [said, setSaid] = useState('')
  const opener = useRef<HTMLButtonElement>(null)
  const newest = useRef(attempt)
  newest.current = attempt
  const append = (text: string, blank: string): void => {
    const followUp = newest.current.followUps.find(({ id }) => id === part)
    if (target === null)
      newest.current = act({
        type: 'followUpWrite',
        followUp: part,
        text: joined(followUp?.text.value ?? '', text, blank),
      })
    else
      newest.current = act({
        type: 'write',
        field: target,
        text: joined(textOf(newest.current, target), text, blank),
      })
    void recordings.transcribed(attempt.id, part, countWords(text))
  }
  const close = (words: string): void => {
    setPasting(false)
    setSaid(words)
    setTimeout(() => opener.current?.focus())
  }
  const targetSelect = targets.length > 1 && (
    <label class="inline">
      Add it to
      <select value={target ?? ''} onChange={({ currentTarget }) => setChosen(currentTarget.value)}>
        {targets.map(({ id, title: name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
  return (
    <>
      <button
        ref={opener}
        type="button"
        class="text-button"
        aria-label={`Paste a transcript: ${title}`}
        aria-expanded={isPasting}
        onClick={() => {
          setPasting(!isPasting)
          setSaid('')
        }}
      >
        Paste a transcript
      </button>
      {dictates && (
        <Dictation title={title} onPhrase={(phrase) => append(phrase, ' ')}>
          {targetSelect}
        </Dictation>
      )}
      {isPasting && (
        <PasteForm
          onAdd={(text) => {
            append(text, '\n\n')
            close('The transcript was added to your text.')
          }}
          onCancel={() => close('')}
        >
          {targetSelect}
        </PasteForm>
      )}
      <span role="status" class="quiet">
        {said}
      </span>
    </>
  )
}

interface PasteFormProps {
  readonly onAdd: (text: string) => void
  readonly onCancel: () => void
  readonly children: ComponentChildren
}

function PasteForm({ onAdd, onCancel, children }: PasteFormProps) {
  const [text, setText] = useState('')
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => area.current?.focus(), [])
  return (
    <div class="transcript">
      <label class="note">
        <span>A transcript of what you said. It is added below your text.</span>
        <textarea
          rows={4}
          dir="auto"
          value={text}
          ref={area}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
          onKeyDown={(event) => event.key === 'Escape' && !event.isComposing && onCancel()}
        />
      </label>
      <div class="buttons">
        {children}
        <button
          type="button"
          class="primary"
          disabled={text.trim() === ''}
          onClick={() => onAdd(text.trim())}
        >
          Add to my text
        </button>
        <button type="button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </div>
  )
}
