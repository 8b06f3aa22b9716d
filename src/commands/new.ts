import type { Command, Io } from '../io/io.ts'
import { UsageError } from '../io/usage-error.ts'
import { ofDrills } from '../lint/drill-results.ts'
import { lint } from '../lint/lint.ts'
import { lintInput } from '../lint/lint-input.ts'
import { fromHere } from '../lint/select.ts'
import { openWorkspace } from '../lint/workspace.ts'
import { folders } from '../model/drill.ts'
import { samplesFolder } from '../model/sample.ts'
import { printable } from '../report/printable.ts'
import { didYouMean } from '../text/did-you-mean.ts'
import { count, withArticle } from '../text/grammar.ts'
import { quote } from '../text/quote.ts'
import { readArguments } from './flags/read-arguments.ts'
import { nearDrills } from './new/alike.ts'
import { type ExistingDrills, existingDrills } from './new/existing-drills.ts'
import { completeChoice, type Given, missingOf, readGiven } from './new/given.ts'
import { type Choice, template } from './new/template.ts'
import { newTrack } from './new/track.ts'
import { writeNew } from './new/write-new.ts'

const options = {
  id: { type: 'string' },
  category: { type: 'string', multiple: true },
  topic: { type: 'string', multiple: true },
  model: { type: 'string', multiple: true },
  difficulty: { type: 'string' },
  order: { type: 'string' },
  drill: { type: 'string', multiple: true },
  'no-color': { type: 'boolean', default: false },
} as const

const help = `Usage: drills new <kind> <title> [flags]

Writes a new drill with every section, point and criterion that its kind needs.
Every placeholder in it is a finding of drills lint. In a terminal it asks for
what is missing. Of the kind track it writes a way through the drills, which
takes --drill, --id and --order.

  <kind>                 round, incident or question; or track
  <title>                in quotes when it has several words
  --difficulty <word>    core, advanced or expert
  --category <category>  a field of knowledge, up to 3
  --topic <topic>        a subject in kebab case, up to 8
  --model <component>    a component of the model path, or that a question
                         is about
  --id <id>              permanent; otherwise made of the title
  --order <n>            a pinned place among the drills of its kind, or among
                         the tracks
  --drill <id>           a drill of the track, in order
  --no-color             no colours, also with NO_COLOR

Repeat a flag for several values, or separate them by commas. The path of
the new file is printed.

Exit codes: 0 written, 2 wrong usage or cancelled, 3 an internal error.
`

/** Asks for what is missing, in a terminal. */
async function complete(given: Given, known: ExistingDrills, io: Io, plain: boolean): Promise<Choice> {
  const { env, streams, terminal } = io
  if (missingOf(given).length > 0 && terminal && env['TERM'] !== 'dumb' && streams) {
    const { input, output } = streams()
    if ('isTTY' in input && input.isTTY === true) {
      const { ask } = await import('./new/ask.ts')
      return completeChoice(await ask(given, known, { input, output }, !plain && !env['NO_COLOR']), known)
    }
  }
  return completeChoice(given, known)
}

function warnings({ topics, ...choice }: Choice, known: ExistingDrills): string[] {
  const near = nearDrills(choice, known).map(
    ({ id, file }) => `it is named nearly like ${quote(id)} (${file}); make sure that it is another drill`,
  )
  const misspelt = topics.flatMap((topic) => {
    const meant = known.topics.includes(topic) ? undefined : didYouMean(topic, known.topics)
    return meant === undefined
      ? []
      : `no other drill has the topic ${quote(topic)}; did you mean \`${meant}\`?`
  })
  return [...near, ...misspelt]
}

async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments(args, options, 'new')
  const [kind, title, extra] = positionals
  if (extra !== undefined)
    throw new UsageError(`unexpected word ${quote(extra)} after the title; put the whole title in quotes`)
  const workspace = openWorkspace(io)
  const input = lintInput(workspace, io)
  const linted = lint(
    input,
    ofDrills(({ matter }) => matter.data?.topics ?? []),
  )
  const known = existingDrills(input, linted)
  const corpus = { workspace, input }
  if (kind === 'track')
    return newTrack({ ...values, title }, { ...corpus, facts: linted.corpus.facts, known }, io)
  if (values.drill) throw new UsageError('flag `--drill` goes with a track only: `drills new track <title>`')
  const given = readGiven({ ...values, kind, title }, known)
  const choice = await complete(given, known, io, values['no-color'])
  const file = `drills/${folders[choice.kind]}/${choice.id}.md`
  const text = template(choice, known.definitions, linted.corpus.loop)
  const { shown, findings } = writeNew(file, text, corpus, io)
  for (const warning of warnings(choice, known)) io.stderr(`drills: warning: ${printable(warning)}\n`)
  const toSample = findings.some(({ rule }) => rule === 'samples')
  const waiting = findings.filter(({ rule }) => rule === 'placeholder').length
  io.stderr(
    `drills: wrote ${withArticle(choice.kind)} with ${count(waiting, 'placeholder')}; replace each, \`drills lint ${printable(shown)}\` lists them\n`,
  )
  if (toSample)
    io.stderr(
      `drills: answers of candidates go into \`${printable(fromHere(`${samplesFolder}/${choice.id}`, workspace, io))}/<name>.md\`, a middling and a strong one; they may come later\n`,
    )
  return 0
}

export const command: Command = { help, run }
