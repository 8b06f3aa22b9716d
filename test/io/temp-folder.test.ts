import { readdirSync, statSync, utimesSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeFolder } from '../../src/io/temp-folder.ts'
import { openFolder } from '../../src/io/write-folder.ts'
import { writeText } from '../../src/io/write-text.ts'
import { put, temporaryFolder } from '../support/terminal.ts'

describe('a folder to write to', () => {
  test('is made with those above it, and the highest is told', () => {
    const folder = temporaryFolder()
    expect(makeFolder(path.join(folder, 'a/b/c'))).toBe(path.join(folder, 'a'))
    expect(makeFolder(path.join(folder, 'a/b/d'))).toBe(path.join(folder, 'a/b/d'))
    expect(makeFolder(path.join(folder, 'a'))).toBeUndefined()
  })

  test.each(['/proc/drills/x', 'file/x', 'x'.repeat(300), 'x\0'])('can’t be made everywhere: %s', (name) => {
    const folder = temporaryFolder()
    put(folder, { file: '' })
    expect(() => makeFolder(path.resolve(folder, name))).toThrow()
    expect(readdirSync(folder)).toEqual(['file'])
  })

  test('is gone again when nothing was written, but not what somebody else has put there', () => {
    const folder = temporaryFolder()
    openFolder(path.join(folder, 'a/b/dist')).discard()
    expect(readdirSync(folder)).toEqual([])
    const draft = openFolder(path.join(folder, 'a/b/dist'))
    put(folder, { 'a/mine': 'x' })
    draft.discard()
    expect(readdirSync(path.join(folder, 'a'))).toEqual(['mine'])
  })
})

test('a file that is written removes what killed runs left beside it an hour ago, and nothing else', () => {
  const folder = temporaryFolder()
  const names = ['.drills.tmp-old', '.drills.tmp-new', '.drills', 'drills.tmp-old', '.other.tmp-old']
  for (const name of names) {
    put(folder, { [`${name}/new`]: 'half' })
    const then = new Date(statSync(path.join(folder, name)).mtimeMs - 2 * 3_600_000)
    if (name !== '.drills.tmp-new') utimesSync(path.join(folder, name), then, then)
  }
  writeText(path.join(folder, 'file'), 'x')
  expect(readdirSync(folder).sort()).toEqual(
    [...names.filter((name) => name !== '.drills.tmp-old'), 'file'].sort(),
  )
})
