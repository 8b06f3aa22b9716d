import type { Readable, Writable } from 'node:stream'
import { isCancel, multiselect, select, text } from '@clack/prompts'
import { UsageError } from '../../io/usage-error.ts'
import type { Kind } from '../../model/drill.ts'
import { printable } from '../../report/printable.ts'
import type { ExistingDrills } from './existing-drills.ts'
import {
  allCategories,
  difficulties,
  kinds,
  readCategories,
  readId,
  readIdOf,
  readTitle,
  readTopics,
} from './fields.ts'
import type { Given } from './given.ts'
import { checkComponents, namesComponentsIn } from './model-path.ts'
import { screen } from './screen.ts'

export interface Streams {
  readonly input: Readable
  readonly output: Writable
}

/** What is wrong with an answer, shown below the question. */
function complaint(read: () => unknown): string | undefined {
  try {
    read()
    return undefined
  } catch (error) {
    if (error instanceof UsageError) return printable(error.message)
    throw error
  }
}

/** Aborts at the end of input and on Ctrl+D, where the prompt would wait forever. */
function ending(input: Readable): { readonly signal: AbortSignal; readonly settle: () => void } {
  const controller = new AbortController()
  const end = (): void => controller.abort()
  const press = (_: unknown, key?: { readonly name?: string; readonly ctrl?: boolean }): void => {
    if (key?.ctrl && key.name === 'd') end()
  }
  input.on('end', end).on('close', end).on('keypress', press)
  return {
    signal: controller.signal,
    settle: () => void input.off('end', end).off('close', end).off('keypress', press),
  }
}

function answered<T>(answer: T): Exclude<T, symbol> {
  if (isCancel(answer)) throw new UsageError('cancelled; nothing was written')
  return answer as Exclude<T, symbol>
}

const options = <T extends string>(values: readonly T[]): { value: string }[] =>
  values.map((value) => ({ value }))

type Common = { readonly input: Readable; readonly output: Writable; readonly signal: AbortSignal }

async function one<T extends string>(message: string, values: readonly T[], common: Common): Promise<T> {
  return answered(await select<string>({ ...common, message, options: options(values) })) as T
}

async function line(
  message: string,
  read: (word: string) => unknown,
  common: Common,
  placeholder = '',
): Promise<string> {
  const validate = (word = ''): string | undefined => complaint(() => read(word))
  return answered(await text({ ...common, message, placeholder, validate }))
}

/** Asks again with what is wrong, because a multiselect prompt can’t limit the number of answers. */
async function some(
  message: string,
  choices: { value: string; label?: string }[],
  read: (words: readonly string[]) => unknown,
  common: Common,
  required = true,
): Promise<string[]> {
  let initialValues: string[] = []
  let asked = message
  for (;;) {
    initialValues = answered(
      await multiselect<string>({ ...common, message: asked, options: choices, initialValues, required }),
    )
    const wrong = complaint(() => read(initialValues))
    if (wrong === undefined) return initialValues
    asked = `${message}: ${wrong}`
  }
}

async function askId(title: string, known: ExistingDrills, common: Common): Promise<string> {
  const why = complaint(() => readIdOf(title, known))
  if (why === undefined) return readIdOf(title, known)
  return line(`Id (${why})`, (word) => readId(word, known), common)
}

async function askComponents(kind: Kind, known: ExistingDrills, common: Common): Promise<readonly string[]> {
  const place = namesComponentsIn(kind, known)
  if (place === undefined) return []
  const ids = known.definitions.loop.components.map(({ id, names: [label = id] }) => ({ value: id, label }))
  const message =
    place === 'labels'
      ? 'Components of the model path, if you know them'
      : 'Components that it is about, if there are any'
  return some(message, ids, (chosen) => checkComponents(kind, chosen, known), common, false)
}

/**
 * Asks in a terminal for whatever is missing.
 * @throws UsageError when it is cancelled
 */
export async function ask(
  given: Given,
  known: ExistingDrills,
  { input, output }: Streams,
  color: boolean,
): Promise<Given> {
  const { signal, settle } = ending(input)
  const common = { input, output: screen(output, color), signal }
  try {
    const kind = given.kind ?? (await one('Kind', kinds, common))
    const title =
      given.title ?? readTitle(await line('Title', (word) => readTitle(word, known), common), known)
    const id = given.id ?? (await askId(title, known, common))
    const difficulty = given.difficulty ?? (await one('Difficulty', difficulties, common))
    const categories =
      given.categories ??
      readCategories(await some('Categories (up to 3)', options(allCategories), readCategories, common))
    const topics =
      given.topics ??
      readTopics([
        await line(
          'Topics (up to 8), separated by commas',
          (word) => readTopics([word]),
          common,
          'streaming-asr, code-switching',
        ),
      ])
    const components = given.components ?? (await askComponents(kind, known, common))
    return { ...given, kind, title, id, difficulty, categories, topics, components }
  } finally {
    settle()
  }
}
