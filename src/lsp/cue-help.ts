import type { Criterion, Cue, Drill } from '../model/drill.ts'
import type { AmountClass } from '../rubric/amounts.ts'
import { readPhrase } from '../rubric/substance.ts'
import { quote } from '../text/quote.ts'

const amounts: Readonly<Record<AmountClass, string>> = {
  time: 'a time (“300 ms”, “three days”)',
  delay: 'a time of at most hours (“300 ms”)',
  date: 'a date (“Monday”, “tomorrow”)',
  money: 'an amount of money (“$5”)',
  ratio: 'a share (“5 %”)',
  factor: 'a factor (“3 times”, “doubled”)',
  size: 'a size or rate (“8 GB”)',
  count: 'a number of things (“7 replicas”)',
  number: 'a number',
  value: 'a figure that is no date (“0.2”)',
  any: 'an amount (“5 %”, “300 ms”, “7 replicas”)',
}

const isAmount = (name: string): name is AmountClass => Object.hasOwn(amounts, name)

/** A part that is not a plain word, in words; undefined for a plain word. */
function special(part: string): string | undefined {
  const name = /^<([a-z]+)>$/.exec(part)?.[1]
  if (name !== undefined && isAmount(name)) return amounts[name]
  if (part === '*') return 'any word'
  return part.endsWith('*') ? `a word that begins with “${part.slice(0, -1)}”` : undefined
}

/** One side of `&` in words: plain words that follow each other are one quotation. */
function sideText(side: string): string {
  let said = ''
  let words: string[] = []
  let apart = false
  const add = (text: string): void => {
    const joint = apart ? ', then, at most four words later, ' : ' directly followed by '
    said += said === '' ? text : joint + text
    apart = false
  }
  const close = (): void => {
    if (words.length > 0) add(`“${words.join(' ')}”`)
    words = []
  }
  for (const part of side.split(/\s+/)) {
    const other = special(part)
    if (part !== '..' && other === undefined) words.push(part)
    else {
      close()
      if (other === undefined) apart = true
      else add(other)
    }
  }
  close()
  return said
}

/** What a cue matches, or why it is refused, and which phrases of the answer hold it. */
export function cueHelp(
  { source, pattern, problem, expected }: Cue,
  { id, section }: Criterion,
  drill: Drill,
): string {
  if (problem !== undefined || !pattern)
    return `The cue ${quote(source, 160)} is refused: ${problem}. Write ${expected ?? 'words that an answer to this drill uses, like `no .. held .. <time>` or `pre-empt*`'}.`
  const sides = source.split(/\s&\s/).map((side) => side.trim())
  const lines = sides.map((side) =>
    side.startsWith('!') ? `- nowhere ${sideText(side.slice(1).trim())}` : `- ${sideText(side)}`,
  )
  const holding = drill.evidence
    .filter(({ scope, criterion }) => scope === 'drill' && criterion === id)
    .filter(({ link }) => {
      const { tokens, memo } = readPhrase(link.text)
      return pattern(tokens, memo, 1) > 0
    })
    .map(({ link }) => quote(link.text))
  return [
    `A sentence speaks of **${section.heading.text}** when it holds`,
    lines.join('\n'),
    holding.length > 0
      ? `Held by ${holding.join(', ')}.`
      : 'No phrase that links to this criterion holds it.',
  ].join('\n\n')
}
