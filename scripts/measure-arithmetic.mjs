// Prints how many wrong digits the rule `arithmetic` finds in the calculations of the drills, and which calculations it
// does not read. Every digit of every operand and result is replaced by each other digit, one at a time. A change counts
// as wrong when the sides, read in the way in which they were right before, now differ beyond the last digit that is
// shown: by more than half of it, by more than 5 % where the result is “about”, or from what rounding up or down gives.
// All digits of a calculation that is not read count as wrong and not found. `--misses` lists what is not found. Other
// files may be given.
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'
import { glob } from 'glob'

const { values: flags, positionals } = parseArgs({
  options: { misses: { type: 'boolean' } },
  allowPositionals: true,
})
const bundle = await build({
  stdin: {
    contents: `
      export { readDocument } from './src/parse/document.ts'
      export { parseMarkdown } from './src/parse/markdown.ts'
      export { judge, valuesOf } from './src/rules/arithmetic/judge.ts'
      export { sentencesOf } from './src/rules/arithmetic/sentences.ts'
      export { stepsOf } from './src/rules/arithmetic/steps.ts'`,
    resolveDir: '.',
  },
  bundle: true,
  format: 'esm',
  platform: 'node',
  write: false,
})
const { readDocument, parseMarkdown, judge, valuesOf, sentencesOf, stepsOf } = await import(
  `data:text/javascript,${encodeURIComponent(bundle.outputFiles[0].text)}`
)

/** A sign of equality before a number. */
const equation = /[=≈][^\d;.!?=≈]{0,24}(?=\d)/g
const operator = /[×÷*/+−^√]|\s-\s|\bln\b|% of\b/

/** Whether a result is what comes out, to the last digit that is shown. */
function isRight(exact, { value, step }, { about, rounding }) {
  const slack = 1e-9 * Math.abs(exact)
  const off = Math.abs(exact - value)
  if (about && off <= 0.05 * Math.max(Math.abs(exact), Math.abs(value)) + slack) return true
  const turn = { up: (x) => Math.ceil(x - 1e-9), down: (x) => Math.floor(x + 1e-9) }[rounding?.direction]
  if (turn && Math.abs(turn(exact / step) * step - value) <= slack) return true
  return (!turn || rounding.shared || step < 1) && off <= step / 2 + slack
}

/** Texts that differ in one digit between two places; a number of several digits does not begin with 0. */
function* mutations(text, { start, end }) {
  for (let at = start; at < end; at += 1) {
    if (!/\d/.test(text[at])) continue
    for (const digit of '0123456789') {
      const isLeading = digit === '0' && at === start && /[\d,]/.test(text[at + 1] ?? '')
      if (digit !== text[at] && !isLeading) yield text.slice(0, at) + digit + text.slice(at + 1)
    }
  }
}

/** The judgements on a sentence that are made; `corrections` is added to. */
const judgements = (sentence, corrections) =>
  [...stepsOf(sentence)].flatMap((step) => judge(step, corrections) ?? [])

/** Whether a judgement that was right is so still, in the way to read it in which it was. */
function staysRight(before, after, corrections) {
  const { step, calculation, result } = before
  const values = (given, known) => valuesOf(given.calculation, given.result, known)
  const way = values({ calculation, result }, new Map()).findIndex((value) =>
    isRight(value, result.operand, step),
  )
  const now = values(after, new Map())
  if (way !== -1) return isRight(now[way] ?? Number.NaN, after.result.operand, step)
  // Right only with the digits that an operand had before it was rounded: then without them too.
  return [...now, ...values(after, corrections)].some((value) => isRight(value, after.result.operand, step))
}

const tally = { read: 0, wrong: 0, found: 0, unread: [], alone: [], missed: [] }

function measure(sentence, file, corrections) {
  const before = new Map(corrections)
  const known = judgements(sentence, corrections)
  tally.read += known.length
  const record = (mutated, found, from, to) => {
    tally.wrong += 1
    if (found) tally.found += 1
    else tally.missed.push(`${file}: ${mutated.slice(from, to)}`)
  }
  for (const [index, judgement] of known.entries()) {
    const { calculation, result, step } = judgement
    const [from, to] = [Math.min(step.left.start, step.right.start), step.right.end]
    for (const number of [...calculation.operands, result.operand]) {
      for (const text of mutations(sentence.text, number)) {
        const after = judgements({ ...sentence, text }, new Map(before))
        const same = after[index]
        if (same && after.length === known.length && staysRight(judgement, same, before)) continue
        record(
          text,
          after.filter((each) => !each.isRight).length > known.filter((each) => !each.isRight).length,
          from,
          to,
        )
      }
    }
  }
  const read = new Set(
    known.flatMap(({ step }) => [...step.left.operands, ...step.right.operands].map(({ start }) => start)),
  )
  for (const { 0: sign, index } of sentence.text.matchAll(equation)) {
    const at = index + sign.length
    if (read.has(at)) continue
    const from = index - /[^;:.]{0,80}$/.exec(sentence.text.slice(0, index))[0].length
    const to = at + /^[\d,.]*\d/.exec(sentence.text.slice(at))[0].length
    const shown = `${file}: ${sentence.text.slice(from, to).replace(/\s+/g, ' ')}`
    if (!operator.test(sentence.text.slice(from, index))) {
      tally.alone.push(shown)
      continue
    }
    tally.unread.push(shown)
    for (const text of mutations(sentence.text, { start: from, end: to })) record(text, false, from, to)
  }
}

const files = positionals.length > 0 ? positionals : await glob('drills/{rounds,incidents,questions}/*.md')
for (const file of files.sort()) {
  const text = await readFile(file, 'utf8')
  const corrections = new Map()
  for (const sentence of sentencesOf(readDocument({ file, text, base: 0 }, parseMarkdown(text))))
    measure(sentence, file, corrections)
}

const { read, wrong, found, unread, alone, missed } = tally
const list = (title, lines) => {
  if (lines.length > 0)
    console.log(`\n${title}\n${[...new Set(lines)].map((line) => `- ${line}`).join('\n')}`)
}
console.log(`calculations read: ${read}, not read: ${unread.length}`)
console.log(`wrong digits: ${wrong}, found: ${found} (${wrong ? ((100 * found) / wrong).toFixed(1) : '–'} %)`)
list('Not read:', unread)
list('Left alone, because nothing is calculated:', alone)
if (flags.misses) list('Not found:', missed)
