import type { Finding } from '../../model/diagnostic.ts'
import type { Drill } from '../../model/drill.ts'
import { cuesIn } from '../../rubric/cue.ts'
import { readPhrase } from '../../rubric/substance.ts'
import { quote } from '../../text/quote.ts'

/** Sentences of a text, with their places. */
function sentencesOf(text: string, start: number, end: number): { start: number; end: number }[] {
  const spans = Array.from(text.slice(start, end).matchAll(/[^.!?\s](?:[^.!?]|[.!?](?!\s|$))*[.!?]*/g))
  return spans.map(({ index, 0: found }) => ({
    start: start + index,
    end: start + index + found.trimEnd().length,
  }))
}

/** Words of the prompt that are a cue: whoever repeats the prompt would be found to meet the criterion. */
export function* cuesInPrompt({ parts, text, criteria }: Drill): Generator<Finding> {
  const prompt = parts.get('prompt')
  if (!prompt) return
  const all = criteria.flatMap(({ id, cues }) => cues.map((cue) => ({ ...cue, id })))
  for (const at of sentencesOf(text, prompt.content.start, prompt.content.end)) {
    const sentence = text.slice(at.start, at.end)
    const phrase = readPhrase(sentence)
    for (const { id, source, start, end, pattern } of cuesIn(phrase, all)) {
      const [places = []] = pattern?.words(phrase.tokens, phrase.memo) ?? []
      const held = places.flatMap((place) => phrase.tokens[place] ?? [])
      const first = at.start + Math.min(...held.map((token) => token.start))
      const last = at.start + Math.max(...held.map((token) => token.end))
      yield {
        at: held.length > 0 ? { start: first, end: last } : at,
        message: `Unexpected cue ${quote(source)} of \`${id}\` in the prompt: ${quote(sentence)}, expected cues that only an answer holds`,
        related: [{ at: { start, end }, message: 'the cue' }],
      }
    }
  }
}
