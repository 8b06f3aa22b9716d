import { readdirSync, readFileSync, statSync, symlinkSync, utimesSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { replaceFile } from '../../src/io/replace-file.ts'
import { put, temporaryFolder } from '../support/terminal.ts'

const hour = 3_600_000

/** Makes a folder look as if it had been left there so many hours before. */
function age(folder: string, hours: number): void {
  const then = new Date(statSync(folder).mtimeMs - hours * hour)
  utimesSync(folder, then, then)
}

describe('a file that is replaced', () => {
  test('stands in a folder that is made for it, and nothing beside it', () => {
    const file = path.join(temporaryFolder(), 'a/b/file')
    for (const text of ['old', `new ${'é'.repeat(600_000)}`]) {
      replaceFile(file, text)
      expect(readFileSync(file, 'utf8')).toBe(text)
    }
    expect(readdirSync(path.dirname(file))).toEqual(['file'])
  })

  test('leaves nothing beside it when it can’t be replaced', () => {
    const folder = temporaryFolder()
    put(folder, { 'file/x': 'old' })
    expect(() => replaceFile(path.join(folder, 'file'), 'new')).toThrow()
    expect(readdirSync(folder)).toEqual(['file'])
  })

  test('takes the place of a link, and leaves what that leads to', () => {
    const folder = temporaryFolder()
    put(folder, { real: 'old' })
    symlinkSync('real', path.join(folder, 'file'))
    replaceFile(path.join(folder, 'file'), 'new')
    expect(['real', 'file'].map((name) => readFileSync(path.join(folder, name), 'utf8'))).toEqual([
      'old',
      'new',
    ])
  })

  test('removes what killed runs left an hour ago, and nothing else', () => {
    const folder = temporaryFolder()
    const names = ['.drills.tmp-old', '.drills.tmp-new', '.drills', 'drills.tmp-old', '.other.tmp-old']
    for (const name of names) {
      put(folder, { [`${name}/new`]: 'half' })
      if (name !== '.drills.tmp-new') age(path.join(folder, name), 2)
    }
    replaceFile(path.join(folder, 'file'), 'x')
    expect(readdirSync(folder).sort()).toEqual(
      [...names.filter((name) => name !== '.drills.tmp-old'), 'file'].sort(),
    )
  })
})
