import { plainText } from '../../core/model/markdown.ts'
import type { TickedFlag } from '../../core/model/types.ts'
import type { RevealedProps } from '../shared/attempt-props.ts'
import { Html } from '../shared/html.tsx'

export interface Flag extends TickedFlag {
  readonly html: string
}

/** The drill's own red flags first, then those of the rubric. */
export function flagsOf({
  drill,
  practice: { rubric },
}: Pick<RevealedProps, 'drill' | 'practice'>): readonly Flag[] {
  return [
    ...drill.redFlags.map(({ id, markdown, html }) => ({
      source: 'drill' as const,
      id,
      text: plainText(markdown),
      html,
    })),
    ...rubric.redFlags.map(({ id, title, text }) => ({
      source: 'rubric' as const,
      id,
      text: title,
      html: text.html,
    })),
  ]
}

/** Red flags that the learner ticks. */
export function RedFlags({ attempt, act, drill, practice, coverage }: RevealedProps) {
  const isOn = (flag: Flag): boolean =>
    attempt.redFlags.some(({ source, id }) => source === flag.source && id === flag.id)
  const reason = (flag: Flag): string | undefined =>
    flag.source === 'rubric' ? coverage?.redFlags.find(({ id }) => id === flag.id)?.reason : undefined
  return (
    <fieldset class="red-flags" disabled={attempt.finishedAt !== null}>
      <legend>
        <h2 id="red-flags-title" tabIndex={-1}>
          Red flags
        </h2>
      </legend>
      <p class="quiet">
        Tick the ones your answer raises; each takes {practice.rubric.score.redFlag} points off.
      </p>
      <ul>
        {flagsOf({ drill, practice }).map((flag) => (
          <li key={`${flag.source}/${flag.id}`}>
            <label class="check">
              <input
                type="checkbox"
                checked={isOn(flag)}
                onChange={({ currentTarget }) => {
                  const { source, id, text } = flag
                  act({ type: 'flag', flag: { source, id, text }, on: currentTarget.checked })
                }}
              />
              <span>
                {flag.source === 'rubric' && <b>{flag.text}.</b>}
                <Html html={flag.html} class="flag-text" />
              </span>
            </label>
            {reason(flag) && <p class="suggestion">Found: {reason(flag)}</p>}
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
