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

/** Sentences of the prompt that hold a cue: whoever repeats the prompt would be found to meet the criterion. */
export function* cuesInPrompt({ parts, text, criteria }: Drill): Generator<Finding> {
  const prompt = parts.get('prompt')
  if (!prompt) return
  const all = criteria.flatMap(({ id, cues }) => cues.map((cue) => ({ ...cue, id })))
  for (const at of sentencesOf(text, prompt.content.start, prompt.content.end)) {
    const sentence = text.slice(at.start, at.end)
    for (const { id, source, start, end } of cuesIn(readPhrase(sentence), all)) {
      yield {
        at,
        message: `Unexpected cue ${quote(source)} of \`${id}\` in the prompt: ${quote(sentence)}, expected cues that only an answer holds`,
        related: [{ at: { start, end }, message: 'the cue' }],
      }
    }
  }
}
