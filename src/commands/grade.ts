import path from 'node:path'
import type { Command, Io } from '../io/io.ts'
import { UsageError, unknownWord } from '../io/usage-error.ts'
import { ofDrills } from '../lint/drill-results.ts'
import { lint } from '../lint/lint.ts'
import { lintInput } from '../lint/lint-input.ts'
import { openWorkspace } from '../lint/workspace.ts'
import type { Corpus, DrillFacts } from '../model/facts.ts'
import { compilePracticeLoop, compileRedirects, compileRubric } from '../package/compile/definitions.ts'
import { compileDrill } from '../package/compile/drill.ts'
import { fences } from '../parse/front-matter.ts'
import { type Grade, grades } from '../report/grade.ts'
import { PatternError } from '../rubric/pattern.ts'
import { AnswerError, assessor } from '../runtime/assess.ts'
import { resolver } from '../runtime/resolve.ts'
import type { AssessedDrill } from '../runtime/types.ts'
import { didYouMean } from '../text/did-you-mean.ts'
import { oneOf, quote } from '../text/quote.ts'
import { formatFlag } from './flags/format-flag.ts'
import { readArguments } from './flags/read-arguments.ts'

const options = {
  drill: { type: 'string' },
  format: { type: 'string', default: 'text' },
} as const

const help = `Usage: drills grade <answer.md> --drill <id> [flags]

Finds the places where an answer speaks of the drill's criteria and of the
general ones, or denies them, which points it mentions and which red flags it
raises, as far as words can tell. It says nothing about quality.

  --drill <id>          the drill that was answered
  --format <text|json>  how it is printed (text)

Exit codes: 0 whatever it finds, 2 wrong usage, 3 an internal error.
`

/** An answer without the front matter that a sample bears, where the ids of criteria would be read as its words. */
function bodyOf(text: string): string {
  const found = fences(text)
  return 'end' in found ? text.slice(found.end) : text
}

function answerIn(name: string, { cwd, reader }: Io): string {
  const file = path.resolve(cwd, name)
  const text = reader.readText(file)
  if (text !== undefined) return bodyOf(text)
  const found = reader.exists(file)
  if (found !== undefined) {
    const reason = found === 'folder' ? 'it is a folder' : 'expected a text file with permission to read it'
    throw new UsageError(`can’t read ${quote(name, 200)}: ${reason}`)
  }
  const meant = didYouMean(path.basename(file), reader.list(path.dirname(file)))
  const hint =
    meant === undefined
      ? 'expected a Markdown file with your answer'
      : `did you mean ${quote(path.join(path.dirname(name), meant), 200)}?`
  throw new UsageError(`no such file: ${quote(name, 200)}; ${hint}`)
}

/** The drill of an id, or the one that an old id leads to. */
function drillOf(id: string, corpus: Corpus, stderr: Io['stderr']): DrillFacts {
  const drills = corpus.facts.flatMap(({ drill }) => drill ?? [])
  const ids = drills.map((drill) => drill.id)
  const found = resolver(ids, compileRedirects(corpus))(id)
  if (found.status === 'split')
    throw new UsageError(`the drill ${quote(id)} was split; choose ${oneOf(found.ids)}`)
  if (found.status === 'retired') throw new UsageError(`the drill ${quote(id)} was retired: ${found.reason}`)
  const drill = found.status === 'unknown' ? undefined : drills.find((each) => each.id === found.id)
  if (!drill) throw unknownWord('drill', id, ids, 'the files in `drills/` are named after the drills')
  if (found.status === 'renamed') stderr(`drills: ${quote(id)} is now ${quote(drill.id)}\n`)
  return drill
}

function gradeOf(answer: string, id: string, io: Io): Grade {
  const { corpus, made: drills } = lint(lintInput(openWorkspace(io), io), ofDrills(compileDrill))
  const { definitions } = corpus
  if (!definitions)
    throw new UsageError('the rubric or the practice loop can’t be read; `drills lint` says why')
  const drill = drillOf(id, corpus, io.stderr)
  const rubric = compileRubric(corpus, definitions)
  const practiceLoop = compilePracticeLoop(corpus, definitions)
  // Drafts are not compiled; of them only the kind is known.
  const known: AssessedDrill = drills.find((each) => each?.id === drill.id) ?? { kind: drill.kind }
  try {
    const assessment = assessor(rubric, practiceLoop)(answer, { drill: known })
    return { drill: { ...drill, criteria: known.criteria }, rubric, practiceLoop, assessment }
  } catch (error) {
    if (error instanceof AnswerError) throw new UsageError(error.message)
    if (error instanceof PatternError)
      throw new UsageError(
        'a pattern of the rubric or the practice loop can’t be read; `drills lint` says which',
      )
    throw error
  }
}

async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments(args, options, 'grade')
  const { drill } = values
  const format = formatFlag(values.format, grades)
  const [name, ...more] = positionals
  if (name === undefined || more.length > 0)
    throw new UsageError('`drills grade` takes one file with an answer; see `drills grade --help`')
  if (drill === undefined)
    throw new UsageError('`drills grade` needs `--drill <id>`, the drill that was answered')
  io.stdout(grades[format](gradeOf(answerIn(name, io), drill, io), io.columns))
  return 0
}

export const command: Command = { help, run }
