import { describe, expect, test } from 'vitest'
import type { Reader } from '../../src/io/file-reader.ts'
import { drills, memoryReader, validFiles } from '../support/terminal.ts'

const valid = memoryReader(validFiles)

const failing = (error: unknown): Reader => ({
  ...valid,
  readCorpus: () => {
    throw error
  },
})

const told = (message: string): string => `drills: internal error: ${message}\n`

describe('what nobody expected is told in one line, with exit code 3', () => {
  test.each([
    ['an error', new TypeError('x is no function'), 'x is no function; DRILLS_DEBUG=1 shows where'],
    [
      'an error of several lines',
      new Error('a\n::error::b\u001b[1m'),
      'a\\n: :error: :b\\x1b[1m; DRILLS_DEBUG=1 shows where',
    ],
    ['something that is no error', 'odd', 'odd; DRILLS_DEBUG=1 shows where'],
    [
      'an error of the system',
      Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' }),
      'ENOSPC: no space left',
    ],
  ])('%s', async (_, error, message) => {
    expect(await drills(['lint'], { reader: failing(error) })).toEqual({
      code: 3,
      stdout: '',
      stderr: told(message),
    })
  })

  test('standard input that breaks', async () => {
    const input = (): Promise<Uint8Array> => Promise.reject(new Error('gone'))
    const ran = await drills(['lint', '--stdin', '--stdin-filename', 'drills/rounds/x.md'], { input })
    expect(ran).toEqual({ code: 3, stdout: '', stderr: told('gone; DRILLS_DEBUG=1 shows where') })
  })
})

test('the place in the code is shown to who asks for it', async () => {
  const ran = await drills(['lint'], { reader: failing(new Error('x')), env: { DRILLS_DEBUG: '1' } })
  expect(ran.code).toBe(3)
  expect(ran.stderr).toMatch(/^drills: internal error: .*\nError: x\n {4}at .*internal-error\.test\.ts:\d+/)
})
