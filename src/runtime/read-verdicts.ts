import type { Rubric } from '../model/generated/published/rubric.ts'
import { readAnswer } from './answer.ts'
import { checkDrill } from './check-drill.ts'
import { comparable, visible } from './quotation.ts'
import { isVerdict, required } from './score.ts'
import type { Answer, GradedDrill, ReadVerdicts, Verdict } from './types.ts'

/** Fewer words or characters stand in any answer and show nothing. */
const [fewestWords, fewestCharacters] = [3, 12]
/** Longer ones are no quotes. To look for many of them would take minutes. */
const longestQuote = 2000
/** Entries beyond this are no verdicts of one answer. */
const mostEntries = 1000
const longestId = 80

type Entry = Readonly<Record<string, unknown>>

const isRecord = (value: unknown): value is Entry =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const curly = /[“”„‟]/g
/** A quotation mark after which an object or a list could end or go on. */
const breaksOut = /["“”„‟](?:[}\]]|,["“”„‟])/

/**
 * JSON with straight quotation marks where an editor has made all of them typographic. Not where words of the answer could
 * end a string then and go on as JSON: an answer does not choose its verdict.
 */
function straightened(json: string, answer: string): string {
  const isSafe = !breaksOut.test(visible(answer).replace(/[*_`>#|\s]+/g, ''))
  return isSafe && !json.includes('"') ? json.replace(curly, '"') : json
}

/** What stands in the code fences of a reply when it is always the same and nothing else could be meant; else the reply. */
function repeated(reply: string): string {
  const parts = reply.split(/^[ \t]*```\w*[ \t]*\r?$/m)
  const [first, ...others] = parts.filter((_, index) => index % 2 === 1).map((text) => text.trim())
  const isOne =
    others.every((each) => each === first) &&
    parts.every((text, index) => index % 2 === 1 || !text.includes('{'))
  return first !== undefined && isOne ? first : reply
}

/** The JSON in a reply, which may have talk or a code fence around it. */
function jsonIn(reply: string, answer: string): unknown {
  const text = repeated(reply)
  const [start, end] = [text.indexOf('{'), text.lastIndexOf('}')]
  if (start === -1 || end < start) throw new TypeError('a reply without a JSON object')
  try {
    return JSON.parse(straightened(text.slice(start, end + 1), answer))
  } catch {
    throw new TypeError('a reply whose JSON can’t be read')
  }
}

/** The entries under a key of a reply. */
function entriesOf(reply: Entry, key: string, optional: boolean): readonly unknown[] {
  const found = Object.hasOwn(reply, key) ? reply[key] : undefined
  if (found === undefined && optional) return []
  if (!Array.isArray(found)) throw new TypeError(`a reply whose \`${key}\` is no list`)
  if (found.length > mostEntries) throw new TypeError(`a reply with more than ${mostEntries} \`${key}\``)
  return found
}

/**
 * Makes what reads the reply of a person or a language model that graded. A verdict counts with a quote that stands in
 * the answer; `not` needs none. What is refused is told.
 * @throws TypeError when the reply is no object with a list of verdicts
 */
export function verdictReader(
  rubric: Rubric,
): (
  reply: unknown,
  drill: Pick<GradedDrill, 'kind' | 'criteria' | 'redFlags'>,
  answer: Answer,
) => ReadVerdicts {
  return (reply, drill, answer) => {
    checkDrill(drill, 'readVerdicts')
    const { kind, criteria, redFlags: ownFlags = [] } = drill
    const read = readAnswer(answer)
    const words = typeof read === 'string' ? read : read.map(([, text]) => text).join('\n')
    const given = comparable(words)
    const parsed = typeof reply === 'string' ? jsonIn(reply, words) : reply
    if (!isRecord(parsed)) throw new TypeError('a reply that is no object with `verdicts` and `redFlags`')
    const known = new Set([...criteria, ...required(rubric, kind)].map(({ id }) => id))
    const flags = new Set([...ownFlags, ...rubric.redFlags].map(({ id }) => id))
    const verdicts = new Map<string, Verdict>()
    const raised = new Map<string, string>()
    const quotes = new Map<string, string>()
    const refused: { id: string; reason: string }[] = []

    const quoteIn = ({ quote }: Entry): string | undefined => (typeof quote === 'string' ? quote : undefined)
    const wrongQuote = (entry: Entry): string | undefined => {
      const quote = quoteIn(entry)
      if (quote === undefined || quote.trim() === '') return 'no quote'
      if (quote.length > longestQuote) return `a quote of more than ${longestQuote} characters`
      const words = comparable(quote)
      if (words.split(' ').length < fewestWords && words.length < fewestCharacters)
        return 'a quote too short to show anything'
      return given.includes(words) ? undefined : 'a quote that is not in the answer'
    }
    const readEach = (
      entries: readonly unknown[],
      what: string,
      again: string,
      all: ReadonlySet<string>,
      take: (id: string, entry: Entry) => string | undefined,
    ): void => {
      const seen = new Set<string>()
      for (const entry of entries) {
        const id = isRecord(entry) && typeof entry['id'] === 'string' ? entry['id'].slice(0, longestId) : ''
        const reason = !isRecord(entry)
          ? 'an entry that is no object'
          : id === ''
            ? 'an entry without an id'
            : !all.has(id)
              ? `an unknown ${what}`
              : seen.has(id)
                ? again
                : take(id, entry)
        seen.add(id)
        if (reason !== undefined) refused.push({ id, reason })
      }
    }
    readEach(entriesOf(parsed, 'verdicts', false), 'criterion', 'a second verdict', known, (id, entry) => {
      const verdict = typeof entry['verdict'] === 'string' ? entry['verdict'].trim().toLowerCase() : undefined
      if (!isVerdict(verdict)) return 'no verdict of met, partly or not'
      const reason = verdict === 'not' ? undefined : wrongQuote(entry)
      if (reason !== undefined) return reason
      verdicts.set(id, verdict)
      if (verdict !== 'not') quotes.set(id, quoteIn(entry) ?? '')
      return undefined
    })
    readEach(entriesOf(parsed, 'redFlags', true), 'red flag', 'a second time', flags, (id, entry) => {
      const reason = wrongQuote(entry)
      if (reason === undefined) raised.set(id, quoteIn(entry) ?? '')
      return reason
    })
    return {
      verdicts: Object.fromEntries(verdicts),
      redFlags: [...raised.keys()],
      quotes: Object.fromEntries([...quotes, ...raised]),
      refused,
    }
  }
}
