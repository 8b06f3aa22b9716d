import { PassThrough, Writable } from 'node:stream'
import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { ask } from '../../../src/commands/new/ask.ts'
import { type ExistingDrills, existingDrills } from '../../../src/commands/new/existing-drills.ts'
import type { Given } from '../../../src/commands/new/given.ts'
import { UsageError } from '../../../src/io/usage-error.ts'
import { historyOf, lintFiles, paths, sources, valid } from '../../support/corpus.ts'

const down = '\u001b[B'
const enter = '\r'

function known(): ExistingDrills {
  const files = { [paths.round]: valid.round }
  const input = { sources: sources(files), history: historyOf(['old-search']), outside: () => undefined }
  return existingDrills(input, {
    ...lintFiles(files, { published: { ids: ['old-search'] } }),
    made: [['asr']],
  })
}

interface Asked {
  readonly answers: Given | UsageError
  /** Everything that was drawn. */
  readonly screen: string
}

/**
 * Holds the conversation: each key is pressed when its question stands on the screen.
 * @param steps the words of a question, and what is typed there; `undefined` hangs up
 */
async function converse(
  given: Given,
  steps: readonly (readonly [string, string | undefined])[],
): Promise<Asked> {
  let screen = ''
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => undefined })
  const output = new Writable({
    write: (chunk, _, done) => {
      screen += String(chunk)
      done()
    },
  })
  const answers = ask(given, known(), { input, output }, true).catch((error: unknown) => {
    if (error instanceof UsageError) return error
    throw error
  })
  let seen = 0
  for (const [question, keys] of steps) {
    for (let turns = 0; !screen.slice(seen).includes(question); turns += 1) {
      if (turns > 100_000) throw new Error(`“${question}” is not asked:\n${screen}`)
      await turn()
    }
    seen = screen.length
    if (keys === undefined) input.end()
    // Keys of one chunk are one paste to readline, but an escape sequence must stay whole.
    else for (const key of keys.match(/\u001b\[B|./gs) ?? []) input.write(key)
  }
  return { answers: await answers, screen }
}

const whole: Given = {
  kind: 'incident',
  title: 'Calls without answers',
  id: 'calls-without-answers',
  difficulty: 'expert',
  categories: ['speech'],
  topics: ['tts'],
  components: ['llm'],
}

describe('questions', () => {
  test('everything is asked of somebody who gives nothing', async () => {
    const { answers } = await converse({}, [
      ['Kind', down + enter],
      ['Title', `Calls without answers${enter}`],
      ['Difficulty', down + down + enter],
      ['Categories', ` ${down} ${enter}`],
      ['Topics', `tts, vad${enter}`],
      ['Components', ` ${down}${down} ${enter}`],
    ])
    expect(answers).toEqual({
      ...whole,
      categories: ['fundamentals', 'system-design'],
      topics: ['tts', 'vad'],
      components: ['asr', 'llm'],
    })
  })

  test('what was given is not asked', async () => {
    const { title, ...given } = whole
    const { answers, screen } = await converse({ ...given, order: 4 }, [['Title', `${title}${enter}`]])
    expect(answers).toEqual({ ...whole, order: 4 })
    expect(screen).not.toMatch(/Kind|Id|Difficulty|Categories|Topics|Components/)
  })

  test('components may be left open, and a question is about a few', async () => {
    const { components, ...given } = whole
    expect((await converse(given, [['Components', enter]])).answers).toEqual({ ...whole, components: [] })
    const question = { ...given, kind: 'question' } as const
    const { answers } = await converse(question, [
      ['Components that it is about', `a${enter}`],
      ['too many components: 7,', `a ${enter}`],
    ])
    expect(answers).toEqual({ ...question, components: ['asr'] })
  })
})

describe('an answer that can’t be used is told, and the question stays', () => {
  test('title', async () => {
    const { answers } = await converse({ ...whole, title: undefined }, [
      ['Title', enter],
      ['the title is empty; expected words', `Voice note search${enter}`],
      ['the title `Voice note search` is taken by', ` too${enter}`],
    ])
    expect(answers).toEqual({ ...whole, title: 'Voice note search too' })
  })

  test('a title that gives no id, and ids that are taken', async () => {
    const { answers } = await converse({ ...whole, id: undefined, title: '東京' }, [
      ['Id (the title `東京` gives no id)', `old-search${enter}`],
      ['the id `old-search` is taken by `history/published.json`: ids are permanent', `-2${enter}`],
    ])
    expect(answers).toEqual({ ...whole, title: '東京', id: 'old-search-2' })
  })

  test('categories', async () => {
    const { answers } = await converse({ ...whole, categories: undefined }, [
      ['Categories', enter],
      ['Please select at least one option', `a${enter}`],
      ['Categories (up to 3): too many categories: 7, expected at most 3', `a ${enter}`],
    ])
    expect(answers).toEqual({ ...whole, categories: ['fundamentals'] })
  })

  test('topics', async () => {
    const { answers } = await converse({ ...whole, topics: undefined }, [
      ['Topics', `Code Switching${enter}`],
      ['unexpected topic `Code Switching`; did you mean `code-switching`?', `\u0015code-switching${enter}`],
    ])
    expect(answers).toEqual({ ...whole, topics: ['code-switching'] })
  })
})

describe('cancelling', () => {
  test.each([
    ['Ctrl+C', '\u0003'],
    ['Escape', '\u001b'],
    ['Ctrl+D', '\u0004'],
    ['the end of input', undefined],
  ])('%s', async (_, keys) => {
    for (const missing of ['kind', 'title', 'categories', 'topics', 'components'] as const) {
      const { answers } = await converse({ ...whole, [missing]: undefined }, [
        [missing === 'components' ? 'Components' : missing.charAt(0).toUpperCase() + missing.slice(1), keys],
      ])
      expect(answers).toEqual(new UsageError('cancelled; nothing was written'))
    }
  })
})
