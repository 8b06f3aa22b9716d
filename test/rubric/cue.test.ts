import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cuesIn, type ReadCue, readCue } from '../../src/rubric/cue.ts'
import { compilePattern } from '../../src/rubric/pattern.ts'
import { readPhrase } from '../../src/rubric/substance.ts'

const read = (source: string): ReadCue => {
  const cue = readCue(source)
  if ('problem' in cue) throw new Error(`${source}: ${cue.problem}`)
  return cue
}

const words = [
  'queue',
  'queued',
  'held',
  'no',
  "can't",
  'four-hour',
  'pre-empted',
  '400',
  'ms',
  'cut',
  '10 %',
]
const sentence = fc
  .array(fc.constantFrom(...words, 'Queue', ',', 'the', '—', 'cannot'), { maxLength: 12 })
  .map((parts) => parts.join(' '))
const part = fc.constantFrom(
  'queue*',
  'held',
  'no',
  "can't",
  'four-hour',
  'four',
  'pre-empt*',
  '400',
  '<time>',
  '<any>',
)
const joint = fc.constantFrom(' ', ' .. ', ' & ', ' & !', ' &  ')
const cue = fc
  .tuple(part, fc.array(fc.tuple(joint, part), { maxLength: 3 }))
  .map(([first, more]) => first + more.flat().join(''))

test('a cue is found wherever its pattern matches, and nowhere else', () => {
  fc.assert(
    fc.property(fc.array(cue, { maxLength: 6 }), sentence, (sources, text) => {
      const cues = sources.flatMap((source) => {
        const one = readCue(source)
        return 'problem' in one ? [] : [{ ...one, source }]
      })
      const { tokens } = readPhrase(text)
      const found = Array.from(cuesIn(readPhrase(text), cues), ({ source }) => source)
      const matching = cues.flatMap(({ source }) => (compilePattern(source, {})(tokens) > 0 ? [source] : []))
      expect(found).toEqual(matching)
    }),
    { numRuns: 2000 },
  )
})

test.each(['held .. queue*', 'Queue & !held', '<denied> held', "can't .. held", 'no .. held .. <time>'])(
  'the cue %s counts and shows what its pattern does',
  (source) => {
    const text = 'No request can be held in the queue for 400 ms, queued or not.'
    const { tokens } = readPhrase(text)
    const [{ pattern }, compiled] = [read(source), compilePattern(source, {})]
    expect(pattern(tokens)).toBe(compiled(tokens))
    expect(pattern.words(tokens)).toEqual(compiled.words(tokens))
  },
)

test.each([
  ['queue & held | cut', 'that holds `|`'],
  ['queue & $list', 'that names a list of the rubric'],
  ['held ..', 'in which `..` joins nothing'],
  ['held && cut', 'with an empty alternative in “held && cut”'],
  ['held & <dozens>', 'with the unknown amount `<dozens>`'],
  ['the', 'of one common word'],
  ['<time> & no', 'which matches almost any sentence'],
  [`${'held '.repeat(40)}cut`, 'of 203 characters'],
])('the cue %s cannot be read', (source, problem) => {
  const cue = readCue(source)
  expect('problem' in cue && cue.problem).toContain(problem)
})
