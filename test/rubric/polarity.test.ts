import { expect, test } from 'vitest'
import { compilePattern } from '../../src/rubric/pattern.ts'
import { polarityOf } from '../../src/rubric/polarity.ts'
import { tokenize } from '../../src/rubric/tokens.ts'

/** How a sentence stands to the first match of a pattern in it. */
function polarity(source: string, sentence: string): string {
  const tokens = tokenize(sentence)
  const [words] = compilePattern(source, {}).words(tokens)
  return words === undefined ? 'no match' : polarityOf(tokens, words)
}

test.each([
  ['rollback', 'there is a rollback within 5 minutes'],
  ['revert*', 'we do not wait, the flag reverts within 5 minutes'],
  ['back to', 'if the canary does not recover we go back to the old index'],
  ['back to', 'when the model does not load within 30 s the router goes back to the previous one'],
  ['revert*', 'nothing ships unless it reverts within 5 minutes'],
  ['rollback', 'no version ships without a rollback'],
  ['return* to', 'traffic returns to the version that does not need a card'],
  ['returns', 'it returns no later than 5 minutes after'],
  ['roll* back', 'we not only log it but roll back'],
  ['revert*', 'not before 2 % of errors it reverts'],
  ['revert*', 'behind a yes/no question it reverts'],
  ['revert*', 'whether callers say yes or no it reverts'],
  ['revert*', 'no budget for it cos the flag reverts'],
  ['revert*', 'no room → the flag reverts'],
  ['no .. held .. <time>', 'no GPU is held by a recording for 400 ms'],
  ['not ship', 'we will not ship above 9 %'],
])('%s is affirmed: %s', (source, sentence) => {
  expect(polarity(source, sentence)).toBe('affirmed')
})

test.each([
  ['rollback', 'we have no rollback'],
  ['revert*', 'nothing reverts within 5 minutes'],
  ['back to', 'we can’t go back to the old index'],
  ['back to', 'there is no way to go back to the old index'],
  ['rollback', 'a rollback to the last version is not needed'],
  ['return* to', 'it is impossible to return to the old index'],
  ['return* to', 'to return to the old index is impossible'],
  ['revert*', 'if it fails, nobody reverts it'],
  ['revert*', 'when it doesn’t revert'],
  ['held .. <time>', 'no GPU is held by a recording for 400 ms'],
  ['ship', 'we will not ship above 9 %'],
])('%s is denied: %s', (source, sentence) => {
  expect(polarity(source, sentence)).toBe('denied')
})

test('a denied word is a place for patterns', () => {
  const denied = compilePattern('<denied> rollback', {})
  expect(denied(tokenize('we have no rollback'))).toBe(1)
  expect(denied(tokenize('we have a rollback'))).toBe(0)
})

test('negations without end are read in time', () => {
  const tokens = tokenize('not '.repeat(50_000))
  const started = performance.now()
  polarityOf(tokens, [tokens.length - 1])
  expect(performance.now() - started).toBeLessThan(2000)
})
