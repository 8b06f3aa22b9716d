import { expect, test } from 'vitest'
import { raisedBump } from '../../src/contract/raised-bump.ts'

test.each([
  ['1.4.2', '1.4.3', 'patch'],
  ['1.4.2', '1.4.9', 'patch'],
  ['1.4.2', '1.5.0', 'minor'],
  ['1.4.2', '2.0.0', 'major'],
  ['0.9.0', '0.10.0', 'minor'],
  ['1.4.2', '2.0.0-beta.1', 'major'],
  ['1.4.2', '1.4.3+build.5', 'patch'],
  ['1.4.2', '1.4.2', 'none'],
  ['1.4.2', '1.4.1', 'none'],
  ['1.4.2', '0.9.9', 'none'],
  ['1.4.2', '1.3.9', 'none'],
  ['2.0.0', '2.0.0-beta.1', 'none'],
  ['2.0.0-beta.1', '2.0.0', 'major'],
  ['2.1.0-beta.1', '2.1.0-beta.2', 'minor'],
  ['2.1.3-beta.1', '2.1.3', 'patch'],
  ['2.0.0-beta.2', '2.0.0-beta.1', 'none'],
  ['2.0.0-beta.2', '2.0.0-beta.10', 'major'],
  ['2.0.0', '2.0.0-rc.1', 'none'],
])('from %s to %s: %s', (before, after, bump) => {
  expect(raisedBump(before, after)).toBe(bump)
})
