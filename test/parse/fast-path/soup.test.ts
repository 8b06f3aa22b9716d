import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blocks, mildBlocks } from './blocks.ts'
import { taken, treesDiffer } from './compare.ts'
import { mildSoup, soup } from './soup.ts'

test.each([
  ['short token soup', soup(6), 4000, 0.25],
  ['long token soup', soup(30), 1000, 0.02],
  ['long mild token soup', mildSoup(30), 2000, 0.2],
  ['short soup of blocks', blocks(4), 4000, 0.1],
  ['long soup of mild blocks', mildBlocks(12), 2000, 0.8],
] as const)('%s comes to the same tree wherever the fast path is open', (_, texts, numRuns, share) => {
  let open = 0
  const same = (text: string): void => {
    if (!taken(text)) return
    open += 1
    expect(treesDiffer(text)).toBeUndefined()
  }
  fc.assert(fc.property(texts, same), { seed: 20_260_101, numRuns })
  // Otherwise it would prove nothing.
  expect(open / numRuns).toBeGreaterThan(share)
})
