import { describe, expect, test } from 'vitest'
import { edit, findings, paths, valid } from '../support/corpus.ts'
import { ofRound } from '../support/found.ts'

/** Every place of the valid round that a pattern's first group matches, with a letter left out in its middle. */
function slips(pattern: RegExp, slip: (word: string) => string): [string, string][] {
  return Array.from(valid.round.matchAll(pattern), (match): [string, string] => {
    const [whole, word = ''] = match
    const start = match.index + whole.indexOf(word)
    const text = valid.round.slice(0, start) + slip(word) + valid.round.slice(start + word.length)
    return [`${word} in line ${valid.round.slice(0, start).split('\n').length}`, text]
  })
}

const withoutLetter = (word: string): string => {
  const middle = Math.max(1, Math.floor(word.length / 2))
  return word.slice(0, middle) + word.slice(middle + 1)
}

const found = (text: string): string[] =>
  findings({ [paths.round]: text }).map(({ line, rule, message }) => `${line} ${rule} ${message}`)

describe.each([
  ['a heading', /^#{2,3} (.+)$/gm, withoutLetter],
  ['a label', /^- \*\*([^*:]+):\*\*/gm, withoutLetter],
  ['the anchor of a link', /\]\([^)#\s]*#([^)]+)\)/g, withoutLetter],
  ['the path of a link', /\]\((\.\.\/[^)#]+)/g, withoutLetter],
  ['the stars of a label', /^- (\*\*)/gm, () => '*'],
  ['the marker of an item', /^(- )\*\*/gm, () => ''],
  ['a level too high', /^##(#) /gm, () => ''],
  ['a level too high of a part', /^#(#) /gm, () => ''],
  ['a level too low', /^(##+) /gm, (signs: string) => `${signs}#`],
] as const)('one slip in %s', (_, pattern, slip) => {
  test.each(slips(pattern, slip))('%s is one finding', (_name, text) => {
    expect(found(text).slice(1)).toEqual([])
  })
})

describe('a criterion whose heading or links are misspelt', () => {
  const id = 'index-goes-stale'

  test('one link: at the link, with its name', () => {
    expect(ofRound(valid.round.replace(`](#${id})`, '](#index-gos-stale)'))).toEqual([
      expect.stringMatching(
        /link-targets: Unexpected anchor `#index-gos-stale`, expected a heading of `.*`; did you mean `#index-goes-stale`\?$/,
      ),
    ])
  })

  test('several links of one name: at the heading, with all of them', () => {
    const linked = valid.round.replace(`](#${id})`, `](#${id}), [again](#${id})`)
    const [found, ...more] = findings({
      [paths.round]: edit(linked, '### Index goes stale', '### Index gos stale'),
    })
    expect(more).toEqual([])
    expect(found?.message).toBe(
      'Unexpected criterion `Index gos stale` that no link leads to, expected the name that 2 links have: `#index-goes-stale`, or `#index-gos-stale` in each of them',
    )
    expect(found?.related).toHaveLength(2)
  })

  test('a general criterion: at the link', () => {
    expect(ofRound(edit(valid.round, '#rollback-path)', '#rolback-path)'))).toEqual([
      expect.stringContaining('rubric-evidence: Unexpected criterion `rolback-path`'),
    ])
  })

  test('a name that is nothing like it is two findings', () => {
    expect(ofRound(valid.round.replace(`](#${id})`, '](#something-else-entirely)'))).toHaveLength(2)
  })
})
