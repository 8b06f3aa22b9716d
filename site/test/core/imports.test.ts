import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const folder = fileURLToPath(new URL('../../src/core/', import.meta.url))
const files = readdirSync(folder)

const importsOf = (file: string): string[] =>
  [...readFileSync(`${folder}${file}`, 'utf8').matchAll(/^import (type )?[^']*?'([^']+)'/gms)].map(
    ([, type = '', from]) => `${type}${from}`,
  )

test.each(files)('%s needs no framework and no platform', (file) => {
  const outside = importsOf(file).filter((from) => !/^(?:type )?\.\/[a-z-]+\.ts$/.test(from))
  // The scheduler is the one heavy dependency: pages that grade nothing must not load it.
  const allowed = file === 'schedule.ts' ? ['type audio-text-drills', 'ts-fsrs'] : ['type audio-text-drills']
  expect(outside.filter((from) => !allowed.includes(from))).toEqual([])
})

test('only the page that finishes an attempt needs the scheduler', () => {
  expect(files.filter((file) => importsOf(file).some((from) => from.endsWith('/schedule.ts')))).toEqual([])
})
