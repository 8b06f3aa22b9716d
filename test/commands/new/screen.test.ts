import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { screen } from '../../../src/commands/new/screen.ts'

const drawing = '\u001b[2K\u001b[1;36mKind\u001b[39m\u001b[999D'

function drawn(color: boolean, size: object = {}) {
  const chunks: string[] = []
  const output = new Writable({
    write: (chunk, _, done) => {
      chunks.push(String(chunk))
      done()
    },
  })
  const on = screen(Object.assign(output, size), color)
  on.write(drawing)
  return { text: chunks.join(''), size: on as { columns?: number; rows?: number } }
}

test('colours stay where they are wanted', () => {
  expect(drawn(true).text).toBe(drawing)
})

test('without colours the cursor still moves', () => {
  expect(drawn(false).text).toBe('\u001b[2KKind\u001b[999D')
})

test('a terminal that knows no size gets the usual one', () => {
  expect(drawn(true).size).toMatchObject({ columns: 80, rows: 24 })
  expect(drawn(true, { columns: 0, rows: 0 }).size).toMatchObject({ columns: 80, rows: 24 })
  expect(drawn(true, { columns: 132, rows: 50 }).size).toMatchObject({ columns: 132, rows: 50 })
})
