import { OwnText } from '../shared/own-text.tsx'

interface KeptVersionsProps {
  readonly kept: readonly string[]
  readonly onDiscard: (text: string) => void
}

/** Other versions of a text, which an import brought along. */
export function KeptVersions({ kept, onDiscard }: KeptVersionsProps) {
  return (
    <>
      {kept.map((text) => (
        <details key={text} class="kept">
          <summary>Another version, from an import</summary>
          <OwnText text={text} />
          <button type="button" class="text-button" onClick={() => onDiscard(text)}>
            Discard this version
          </button>
        </details>
      ))}
    </>
  )
}
