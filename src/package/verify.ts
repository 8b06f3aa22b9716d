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

const answerOf = ({ sections = [], answer }: Drill): string =>
  [...sections.map(({ body }) => body.markdown), answer?.markdown ?? ''].join('\n')

/** @throws UnpublishableError when a prompt gives away part of its answer */
export function verifyPrompt({ id, prompt }: Prompt, drill: Drill, sharedWords: number): void {
  const text = `${prompt.markdown}\n${answerOf(drill)}`
  const split = prompt.markdown.length
  const [run] = sharedRuns(
    text,
    [{ start: 0, end: split }],
    [{ start: split, end: text.length }],
    sharedWords,
  )
  if (run)
    throw new UnpublishableError(
      `the prompt of ${id} shares “${text.slice(run.one.start, run.one.end)}” with its answer`,
    )
}
