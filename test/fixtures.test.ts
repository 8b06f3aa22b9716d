import { expect, test } from 'vitest'
import { findings, paths, valid } from './support/corpus.ts'

test('the valid files have no findings', () => {
  const files = {
    [paths.round]: valid.round,
    [paths.incident]: valid.incident,
    [paths.question]: valid.question,
  }
  expect(findings(files)).toEqual([])
})
