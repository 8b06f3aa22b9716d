import { test } from 'vitest'
import { paths, valid } from '../support/corpus.ts'
import { allFixed, caseOf, unsettled } from './laws.ts'
import { mutate } from './mutations.ts'

test('dbg', () => {
  for (const [which, m] of JSON.parse(process.env['M'] ?? '[]') as [number, any][]) {
    const [file, base] = (
      [
        [paths.round, valid.round],
        [paths.incident, valid.incident],
        [paths.question, valid.question],
      ] as const
    )[which]!
    let c = caseOf(file, mutate(base, m))
    console.log(unsettled(c))
    c = allFixed(c)
    console.log(
      c.text.match(/^#+ .*$/gm),
      c.found.map((f) => `${f.line} ${f.rule} ${f.message} ${f.fix ? 'FIX' : ''}`),
    )
    if (process.env['T']) console.log(c.text)
  }
})
