import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fileReader } from '../../src/read.ts'
import { rules } from '../../src/rules/index.ts'
import { drills, memoryReader } from './terminal.ts'

const page = (id: string): URL => new URL(`../../docs/rules/${id}.md`, import.meta.url)

test.each(rules.map(({ id }) => id))('the page of %s is printed as it is, without any corpus', async (id) => {
  expect(existsSync(page(id))).toBe(true)
  const ran = await drills(['explain', id], { reader: fileReader, cwd: '/' })
  expect(ran).toEqual({ code: 0, out: readFileSync(page(id), 'utf8'), talk: '' })
})

test('help lists every rule with what it finds', async () => {
  const { out } = await drills(['explain', '--help'])
  for (const { id, description } of rules) expect(out).toMatch(new RegExp(`^  ${id} +${description}$`, 'm'))
})

test('an installation without its pages is broken', async () => {
  expect(await drills(['explain', 'points'], { reader: memoryReader({}) })).toEqual({
    code: 3,
    out: '',
    talk: 'drills: a defect of the tool, or of this machine: the page of the rule points is missing; DRILLS_DEBUG=1 shows where\n',
  })
})
