import { existsSync, readdirSync, readFileSync, statSync, symlinkSync, utimesSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { openFile } from '../../src/io/write-file.ts'
import { put, temporaryFolder } from '../commands/terminal.ts'

const hour = 3_600_000

/** Makes a folder look as if it had been left there so many hours before. */
function age(folder: string, hours: number): void {
  const then = new Date(statSync(folder).mtimeMs - hours * hour)
  utimesSync(folder, then, then)
}

describe('a file that is written part by part', () => {
  test('takes its place when it is whole, in a folder that is made for it', () => {
    const file = path.join(temporaryFolder(), 'a/b/file')
    const draft = openFile(file)
    const parts = ['é', 'x'.repeat(300_000), '', 'y'.repeat(600_000), 'z']
    for (const part of parts) draft.append(Buffer.from(part))
    expect(existsSync(file)).toBe(false)
    draft.commit()
    draft.discard()
    expect(readFileSync(file, 'utf8')).toBe(parts.join(''))
    expect(readdirSync(path.dirname(file))).toEqual(['file'])
  })

  test('that is given up leaves the old one, and nothing beside it', () => {
    const folder = temporaryFolder()
    put(folder, { file: 'old' })
    const draft = openFile(path.join(folder, 'file'))
    draft.append(Buffer.from('new'))
    draft.discard()
    draft.discard()
    expect(readFileSync(path.join(folder, 'file'), 'utf8')).toBe('old')
    expect(readdirSync(folder)).toEqual(['file'])
  })

  test('takes the place of a link, and leaves what that leads to', () => {
    const folder = temporaryFolder()
    put(folder, { real: 'old' })
    symlinkSync('real', path.join(folder, 'file'))
    const draft = openFile(path.join(folder, 'file'))
    draft.append(Buffer.from('new'))
    draft.commit()
    draft.discard()
    expect(['real', 'file'].map((name) => readFileSync(path.join(folder, name), 'utf8'))).toEqual([
      'old',
      'new',
    ])
  })

  test('takes away what killed runs left an hour ago, and nothing else', () => {
    const folder = temporaryFolder()
    const names = ['.drills.tmp-old', '.drills.tmp-new', '.drills', 'drills.tmp-old', '.other.tmp-old']
    for (const name of names) {
      put(folder, { [`${name}/new`]: 'half' })
      if (name !== '.drills.tmp-new') age(path.join(folder, name), 2)
    }
    openFile(path.join(folder, 'file')).discard()
    expect(readdirSync(folder).sort()).toEqual(names.filter((name) => name !== '.drills.tmp-old').sort())
  })
})
