import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const folder = fileURLToPath(new URL('../../src/core/', import.meta.url))

/** Each room, and those that it may import from. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  model: [],
  speaking: ['model'],
  grading: ['model'],
  schedule: ['model', 'grading'],
  progress: ['model', 'speaking', 'grading', 'schedule'],
  catalog: ['model', 'progress'],
  plan: ['model', 'schedule', 'progress', 'catalog'],
  storage: ['model', 'speaking', 'schedule'],
}

const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.split(path.sep).join('/'))

const importsOf = (file: string): string[] =>
  [...readFileSync(`${folder}${file}`, 'utf8').matchAll(/^import (type )?[^']*?'([^']+)'/gms)].map(
    ([, type = '', from]) => `${type}${from}`,
  )

test('every file is in a room', () => {
  expect([...new Set(files.map((file) => path.posix.dirname(file)))].sort()).toEqual(
    Object.keys(rooms).sort(),
  )
})

describe.each(files)('%s', (file) => {
  const room = path.posix.dirname(file)
  const others = importsOf(file).filter((from) => !/^(?:type )?\.\/[a-z-]+\.ts$/.test(from))
  const isOfRoom = (from: string): boolean => /^(?:type )?\.\.\/[a-z]+\/[a-z-]+\.ts$/.test(from)

  test('needs no framework and no platform', () => {
    // The scheduler is the one heavy dependency: pages that grade nothing must not load it.
    const allowed =
      file === 'schedule/schedule.ts' ? ['type audio-text-drills', 'ts-fsrs'] : ['type audio-text-drills']
    expect(others.filter((from) => !isOfRoom(from) && !allowed.includes(from))).toEqual([])
  })

  test('imports from the rooms below its own', () => {
    const below = rooms[room] ?? []
    const from = others.filter(isOfRoom).map((each) => each.split('/')[1] ?? '')
    expect(from.filter((each) => !below.includes(each))).toEqual([])
  })
})

test('only the page that finishes an attempt needs the scheduler', () => {
  expect(files.filter((file) => importsOf(file).some((from) => from.endsWith('/schedule.ts')))).toEqual([])
})
