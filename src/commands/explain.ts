import path from 'node:path'
import type { Command, Io } from '../io/io.ts'
import { toolchainRoot } from '../io/toolchain.ts'
import { UsageError, unknownWord } from '../io/usage-error.ts'
import { ruleUrl } from '../model/project.ts'
import { oneOf } from '../text/quote.ts'
import { readArguments } from './flags/read-arguments.ts'

const options = {
  'no-color': { type: 'boolean', default: false },
  phrase: { type: 'string' },
  criterion: { type: 'string' },
} as const

/** The rule that `--phrase` is about. */
const substanceRule = 'rubric-evidence'

/** Longer than any phrase that an author would link. */
const longestPhrase = 1000

/** Loaded only to list the rules, because they import the whole linter. */
const listed = async (): Promise<readonly { readonly id: string; readonly description: string }[]> =>
  (await import('../rules/rules.ts')).rules

async function help(): Promise<string> {
  const rules = await listed()
  const longest = Math.max(...rules.map(({ id }) => id.length))
  return `Usage: drills explain <rule> [flags]

Prints the page of a rule. Where it goes to no terminal it is the Markdown page
as it is.

  --phrase <text>   with rubric-evidence: which words of a phrase count for which
                    part of the test of each criterion, and what is missing
  --criterion <id>  for one criterion only
  --no-color        no colours, also with NO_COLOR

Rules:
${rules.map(({ id, description }) => `  ${id.padEnd(longest)}  ${description}`).join('\n')}
`
}

/** Renders the page for a terminal. The parser is loaded only here: a pipe gets the Markdown itself. */
async function shown(page: string, id: string, { columns, env }: Io, plain: boolean): Promise<string> {
  const [{ parseMarkdown }, { render }] = await Promise.all([
    import('../parse/markdown.ts'),
    import('../report/explain/render.ts'),
  ])
  const color = !plain && !env['NO_COLOR'] && env['TERM'] !== 'dumb'
  return render(parseMarkdown(page), { color, columns, url: ruleUrl(id) })
}

/** What the rubric of the corpus makes of a phrase. Loaded only here: a page needs no corpus. */
async function judged(phrase: string, criterion: string | undefined, io: Io): Promise<string> {
  if (phrase.trim() === '') throw new UsageError('the phrase is empty; write `--phrase "some words"`')
  if (phrase.length > longestPhrase)
    throw new UsageError(
      `the phrase has ${phrase.length} characters; expected at most ${longestPhrase}, the words of one link`,
    )
  const [{ openWorkspace }, { lintDocuments }, { phraseText }] = await Promise.all([
    import('../lint/workspace.ts'),
    import('../lint/lint-documents.ts'),
    import('../report/explain/phrase.ts'),
  ])
  const { definitions } = lintDocuments(openWorkspace(io).sources)
  if (!definitions)
    throw new UsageError('the rubric or the practice loop can’t be read; `drills lint` says why')
  const { criteria, tests } = definitions.rubric
  const ids = criteria.map(({ id }) => id)
  if (criterion !== undefined && !ids.includes(criterion))
    throw unknownWord('criterion', criterion, ids, `expected ${oneOf(ids)}`)
  return phraseText(
    (criterion === undefined ? ids : [criterion]).map((id) => ({
      criterion: id,
      result: tests(id, phrase) ?? { lacks: [], rejected: [] },
      parts: tests.explain(id, phrase),
    })),
  )
}

async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments(args, options, 'explain')
  const [id, ...more] = positionals
  if (id === undefined || more.length > 0)
    throw new UsageError('`drills explain` takes one rule; see `drills explain --help` for all of them')
  const { phrase, criterion } = values
  if ((phrase ?? criterion) !== undefined && id !== substanceRule)
    throw new UsageError(`\`--phrase\` and \`--criterion\` go with the rule \`${substanceRule}\` only`)
  if (criterion !== undefined && phrase === undefined)
    throw new UsageError('`--criterion` goes with `--phrase "some words"`')
  if (phrase !== undefined) {
    io.stdout(await judged(phrase, criterion, io))
    return 0
  }
  const page = /^[a-z-]+$/.test(id)
    ? io.reader.readText(path.join(toolchainRoot, 'docs/rules', `${id}.md`))
    : undefined
  if (page === undefined) {
    const ids = (await listed()).map((rule) => rule.id)
    if (ids.includes(id)) throw new Error(`the page of the rule ${id} is missing`)
    throw unknownWord('rule', id, ids, 'see `drills explain --help`')
  }
  io.stdout(io.terminal ? await shown(page, id, io, values['no-color']) : page)
  return 0
}

export const command: Command = { help, run }
