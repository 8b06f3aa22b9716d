import { any, type Fit, list, number, object, record, text } from './fit.ts'

const rich = object({ markdown: text, html: text })
const items = list(object({ id: text, markdown: text, html: text }))

/** The shapes of a package's files, as far as a comparison reads them. They hold for every version so far. */
export const drills: Fit = list(
  object(
    {
      id: text,
      kind: text,
      title: text,
      status: text,
      difficulty: text,
      categories: list(text),
      topics: list(text),
      modelPath: list(text),
      digests: object({ prompt: text, text, substance: text }),
      prompt: rich,
      evidence: list(object({ id: text, criterion: text, text }, { section: text, point: text })),
      redFlags: items,
      followUps: items,
      references: list(object({ title: text, url: text, note: text })),
    },
    {
      minutes: number,
      answer: rich,
      sections: list(
        object({ id: text, title: text, body: rich, points: list(object({ id: text, label: text, text })) }),
      ),
    },
  ),
)

export const rubric: Fit = object({
  text: rich,
  lists: record(text),
  criteria: list(object({ id: text, title: text, text: rich, weight: number, revision: number })),
  redFlags: list(object({ id: text, title: text, text: rich })),
})

export const practiceLoop: Fit = object({
  text: rich,
  phases: list(object({ id: text, title: text, minutes: number, text: rich })),
  sections: list(
    object({
      id: text,
      title: text,
      instruction: rich,
      points: list(object({ id: text, label: text, instruction: text, kinds: list(text) })),
    }),
  ),
  components: list(object({ id: text })),
  limits: object({}),
})

export const redirects: Fit = object({
  renamed: record(text),
  split: record(object({ ids: list(text), reason: text })),
  retired: record(text),
})

export const manifest: Fit = object(
  { name: text, version: text },
  { engines: object({}, { node: text }), exports: record(any) },
)

const open: Fit = (value) => (typeof value === 'boolean' ? undefined : schema(value))

export const schema: Fit = (value) =>
  object(
    {},
    {
      $ref: text,
      enum: list(any),
      required: list(text),
      properties: record(schema),
      items: schema,
      additionalProperties: open,
      $defs: record(schema),
    },
  )(value)
