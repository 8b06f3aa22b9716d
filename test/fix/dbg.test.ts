import { test } from 'vitest'
import { applyEdits } from '../../src/fix/apply.ts'
import { paths, valid } from '../support/corpus.ts'
import { mutate } from './mutations.ts'
import { inputOf, quickLint } from './quick-lint.ts'

test('dbg', () => {
  for (const [which, m] of JSON.parse(process.env['M'] ?? '[]') as [number, any][]) {
    const [file, base] = (
      [
        [paths.round, valid.round],
        [paths.incident, valid.incident],
        [paths.question, valid.question],
      ] as const
    )[which]!
    const text = mutate(base, m)
    const f = quickLint(inputOf({ [file]: text }))
    console.log(
      '=====\n' +
        JSON.stringify(text.match(/^#+ .*$|^[^\n]+\n---+$/gm)) +
        '\n' +
        f
          .map(
            (x) =>
              `${x.line}:${x.column} ${x.fix ? 'FIX ' : ''}${x.rule} ${x.message}\n        ${JSON.stringify(x.fix?.map((e) => [text.slice(e.start, e.end).slice(0, 60), e.text.slice(0, 60)]))}`,
          )
          .join('\n'),
    )
    for (const x of f.filter((y) => y.fix)) {
      const after = applyEdits(text, x.fix!)
      const g = quickLint(inputOf({ [file]: after }))
      console.log(
        '--- after ' +
          x.message +
          '\n' +
          g
            .filter((y) => !f.some((z) => z.message === y.message))
            .map((y) => '   NEW ' + y.message)
            .join('\n'),
      )
    }
  }
})
