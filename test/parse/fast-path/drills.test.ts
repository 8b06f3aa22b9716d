import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drillsOfBlocks } from './blocks.ts'
import { changed } from './changes.ts'
import { compareDrill, taken, treesDiffer } from './compare.ts'
import { examples, fixtures, live, places } from './texts.ts'

const windows = (text: string): string => text.replaceAll('\n', '\r\n')

test.each(fixtures)('$file takes the fast path, is clean and comes to the same', ({ file, text }) => {
  expect(compareDrill(file, text)).toEqual({ taken: true, stands: true })
  expect(compareDrill(file, windows(text))).toEqual({ taken: true, stands: true })
})

test('every live file comes to the same tree wherever it takes the fast path', () => {
  for (const { file, text } of live)
    for (const each of [text, windows(text)]) if (taken(each)) expect(treesDiffer(each), file).toBeUndefined()
})

describe('the examples of the CommonMark specification', () => {
  test('as a file', () => {
    const open = examples.map((text) => `---\nid: a\n---\n${text}`).filter(taken)
    for (const text of open) expect(treesDiffer(text), text).toBeUndefined()
    expect(open.length).toBeGreaterThan(200)
  })

  test.each(Object.entries(places))('in %s of a drill', (_, put) => {
    const compared = examples.map((text) => compareDrill(put(text).file, put(text).text))
    expect(compared.flatMap(({ difference = [] }) => difference)).toEqual([])
    expect(compared.filter(({ stands }) => stands).length).toBeGreaterThan(95)
  })
})

test.each([
  ['a changed drill', changed(fixtures), 300, 0.2],
  ['a drill of blocks', drillsOfBlocks(3), 1000, 0.5],
] as const)(
  '%s that is clean through the fast path is clean and the same through the authority',
  (_, drills, numRuns, share) => {
    let clean = 0
    const same = ({ file, text }: (typeof fixtures)[number]): void => {
      const { stands, difference } = compareDrill(file, text)
      if (stands) clean += 1
      expect(difference).toBeUndefined()
    }
    fc.assert(fc.property(drills, same), { seed: 20_260_101, numRuns })
    // Otherwise it would prove nothing.
    expect(clean / numRuns).toBeGreaterThan(share)
  },
)
