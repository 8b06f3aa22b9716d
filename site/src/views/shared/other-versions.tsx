import { LearnerText } from './learner-text.tsx'

interface OtherVersionsProps {
  readonly versions: readonly string[]
  /** Null where none can be discarded. */
  readonly onDiscard: ((text: string) => void) | null
}

/** Conflicting versions of a text that an import brought along. */
export function OtherVersions({ versions, onDiscard }: OtherVersionsProps) {
  return (
    <>
      {versions.map((text) => (
        <details key={text} class="kept">
          <summary>Another version, from an import</summary>
          <LearnerText text={text} />
          {onDiscard && (
            <button type="button" class="text-button" onClick={() => onDiscard(text)}>
              Discard this version
            </button>
          )}
        </details>
      ))}
    </>
  )
}
