interface Given {
  readonly id?: string
  readonly order?: number
  readonly drills?: readonly string[]
  readonly title?: string
  readonly body?: string
}

/** Where a track stands. */
export const trackPath = (id: string): string => `drills/tracks/${id}.md`

/** A valid track through the valid drills. */
export const track = ({
  id = 'first-week',
  order = 1,
  drills = ['what-is-recall', 'voice-note-search', 'empty-search-results'],
  title = 'Your first week',
  body = 'For whoever has never answered against the clock.',
}: Given = {}): string => `---
id: ${id}
order: ${order}
drills: [${drills.join(', ')}]
---

# ${title}

${body}
`
