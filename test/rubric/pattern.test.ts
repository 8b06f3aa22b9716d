import { expect, test } from 'vitest'
import { compilePattern } from '../../src/rubric/pattern.ts'
import { tokenize } from '../../src/rubric/tokens.ts'

const lists = { state: 'previous* | old', move: 'return* .. $state | back' }
/** The words that count, of each match. */
function counted(source: string, text: string): string[] {
  const tokens = tokenize(text)
  return compilePattern(source, lists)
    .words(tokens)
    .map((places) => places.map((place) => tokens[place]?.text).join(' '))
}

test('words between the sides of a pattern do not count', () => {
  expect(counted('return* .. index', 'traffic returns to the old index')).toEqual(['returns index'])
})

test('words of lists and amounts count', () => {
  expect(counted('$move | <any>', 'traffic returns to the old index in 5 minutes, back on')).toEqual([
    'returns old',
    '5 minutes',
    'back',
  ])
})

test('both sides count, and what must be absent does not', () => {
  expect(counted('old & new', 'the old one and the new one')).toEqual(['old new'])
  expect(counted('old & !new', 'the old one')).toEqual(['old'])
  expect(counted('old & !new', 'the old one and the new one')).toEqual([])
})

test('as many matches as are counted', () => {
  for (const source of ['$move', '<number>', 'a .. <any> | old', '* .. index', 'old & 5'])
    for (const text of ['returns to the old index within 5 of 6 minutes', 'old 5', '', 'back back'])
      expect([source, text, counted(source, text).length]).toEqual([
        source,
        text,
        compilePattern(source, lists)(tokenize(text)),
      ])
})

test('tokens know where they stand', () => {
  for (const text of ['We can’t wait; İ 4-hour four-hour 40ms ≤ <= $2/h recall@10', 'won’t -> CANNOT'])
    for (const { start, end } of tokenize(text)) expect(text.slice(start, end).trim()).not.toBe('')
  expect(tokenize('We can’t').map(({ start, end }) => [start, end])).toEqual([
    [0, 2],
    [3, 5],
    [5, 8],
  ])
})

test.each([
  ['<any>', '45 mW', 1],
  ['<size>', '280 mAh', 1],
  ['<size>', '38 dBA', 1],
  ['<size>', '42 °C', 1],
  ['<money>', '$2/h', 1],
  ['<number>', 'the old one before', 0],
  ['<number>', 'one of 20', 2],
  ['recall', 'recall@10', 1],
  ['<number>', 'recall@10', 0],
  ['<number>', 'eighty-two of the calls', 1],
  ['<told>', 'we compared three vendors', 1],
  ['<told>', 'labelled dialect speech', 0],
  ['<told>', 'audio is stored for 40 days', 0],
  ['<told>', 'the bot that ran before', 0],
  ['<told>', 'the menu we had in May', 0],
  ['<told>', 'the bill was high in May', 1],
  ['<does>', 'it trims 40 ms of delay', 1],
  ['<does>', 'the index takes 9 ms', 0],
  ['<does>', 'eight cards at 40 ms', 0],
  ['<verb>', 'one leak ends the contract', 1],
  ['<verb>', 'works councils refuse it', 1],
  ['<verb>', 'it may be late', 1],
  ['<verb>', 'dialects, singing and whispers', 0],
  ['<verb>', 'the second half of it', 0],
  ['<wish>', 'we hope for 40 ms', 1],
  ['<wish>', 'a rollback should be fast', 1],
  ['<wish>', 'should errors pass 2 %, it stops', 0],
  ['<first> .. decoder', 'The old decoder has 6 layers', 1],
  ['<first> .. decoder', 'it is by no means the decoder', 0],
  ['<more>', '40 ms faster', 1],
  ['<more>', 'the user and the server', 0],
  ['<version>', 'v41, release 12 and n-1', 3],
  ['<name>', 'Owned by Priya', 1],
  ['<name>', 'owned by ASR', 0],
  ['<not>', 'no more than 5', 0],
  ['/ <word> /', 'latency / cost / quality', 1],
  ['a b', 'and/or a/b', 1],
])('%s in “%s”', (source, text, found) => {
  expect(compilePattern(source, lists)(tokenize(text))).toBe(found)
})

test('words apart from each other are found without trying every way to them', () => {
  const cue = Array(27).fill('ab').join(' .. ')
  const before = performance.now()
  // The longest match leaves out four words each time: the last of all ways to read it.
  expect(counted(cue, 'ab '.repeat(131))).toEqual([Array(27).fill('ab').join(' ')])
  expect(counted(`${cue} .. <number>`, 'ab '.repeat(131))).toEqual([])
  expect(performance.now() - before).toBeLessThan(5000)
})
