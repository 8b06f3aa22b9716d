import type { Drill } from '../model/generated/published/drill.ts'
import type { Prompt } from '../model/generated/published/prompt.ts'
import type { Validate } from '../model/validate.ts'
import { sharedRuns } from '../text/shared-runs.ts'

/** Data that must not be published; always a defect of the toolchain, because the linter has passed the drills. */
export class UnpublishableError extends Error {}

/** @throws UnpublishableError when data does not fit its published schema */
export function verifySchema(name: string, data: unknown, validate: Validate): void {
  if (validate(data)) return
  const { instancePath = '', message = '' } = validate.errors?.[0] ?? {}
  throw new UnpublishableError(`${name} does not fit its schema at “${instancePath}”: ${message}`)
}

/** Why a check refuses to publish: expected of a drill with errors, and for any other the build fails with it. */
export function reasonOf(check: () => void): string | undefined {
  try {
    check()
    return undefined
  } catch (error) {
    if (error instanceof UnpublishableError) return error.message
    throw error
  }
}

/** Everything that is hidden from a candidate until the end. */
const hiddenOf = (drill: Drill): string[] => [
  ...(drill.kind === 'question' ? [drill.answer] : drill.sections.map(({ body }) => body)).map(
    ({ markdown }) => markdown,
  ),
  ...drill.workedFigures.map(({ label, text }) => `${label}: ${text}`),
  ...drill.criteria.flatMap(({ met, partly, alsoMet, cues }) => [
    ...[met, partly, ...alsoMet].map((text) => text?.markdown ?? ''),
    ...cues,
  ]),
  ...drill.redFlags.map(({ markdown }) => markdown),
  ...drill.followUps.flatMap(({ question, answer }) => [question.markdown, answer.markdown]),
]

/** @throws UnpublishableError when a prompt gives away part of what is hidden */
export function verifyPrompt({ id, prompt }: Prompt, drill: Drill, sharedWords: number): void {
  const text = `${prompt.markdown}\n${hiddenOf(drill).join('\n')}`
  const split = prompt.markdown.length
  const [run] = sharedRuns(
    text,
    [{ start: 0, end: split }],
    [{ start: split, end: text.length }],
    sharedWords,
  )
  if (run)
    throw new UnpublishableError(
      `the prompt of ${id} shares “${text.slice(run.one.start, run.one.end)}” with what it hides`,
    )
}
