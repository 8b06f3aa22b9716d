interface SampleTextProps {
  readonly markdown: string
}

interface Part {
  readonly heading: string | null
  readonly text: string
}

const headingOf = (line: string): string | null => /^#{1,6}\s+(.*\S)\s*$/.exec(line)?.[1] ?? null

/** The parts of an answer, each below its heading; the first may have none. */
function partsOf(markdown: string): readonly Part[] {
  const parts: { heading: string | null; lines: string[] }[] = [{ heading: null, lines: [] }]
  for (const line of markdown.split('\n')) {
    const heading = headingOf(line)
    if (heading === null) parts.at(-1)?.lines.push(line)
    else parts.push({ heading, lines: [] })
  }
  return parts
    .map(({ heading, lines }) => ({ heading, text: lines.join('\n').trim() }))
    .filter(({ heading, text }) => heading !== null || text !== '')
}

/** A sample answer as its author wrote it: plain text, with its headings. */
export function SampleText({ markdown }: SampleTextProps) {
  return (
    <div class="sample-text">
      {partsOf(markdown).map(({ heading, text }, index) => (
        <div key={index}>
          {heading !== null && <h3>{heading}</h3>}
          {text !== '' && (
            <div class="own-text" dir="auto">
              {text}
            </div>
          )}
        </div>
      ))}
    </div>
  )
}
