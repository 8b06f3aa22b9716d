import { writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { test } from 'vitest'
import { paths, valid } from '../support/corpus.ts'
import { caseOf, causes, disagreements, fixable, fixedBy, losses, staying, unsettled } from './laws.ts'
import { mutate, mutations } from './mutations.ts'

const drills = [
  [paths.round, valid.round],
  [paths.incident, valid.incident],
  [paths.question, valid.question],
] as const
test('explore', () => {
  const out = new Map<string, { n: number; ex: string }>()
  const blur = (m: string) =>
    m
      .replace(/`[^`]*`/g, '`_`')
      .replace(/\d+/g, 'N')
      .replace(/words lost: [^:]*/, 'words lost')
  const t0 = Date.now()
  let n = 0
  const save = () =>
    writeFileSync(
      `/tmp/explore${process.env['SEED'] ?? 1}.txt`,
      `${n} runs ${Date.now() - t0} ms\n${[...out]
        .sort((a, b) => b[1].n - a[1].n)
        .map(([k, { n, ex }]) => `${n} ${k}\n      ${ex}`)
        .join('\n')}\n`,
    )
  fc.assert(
    fc.property(fc.constantFrom(0, 0, 1, 2), mutations, (which, m) => {
      n += 1
      const [file, base] = drills[which as 0]
      const before = caseOf(file, mutate(base, m))
      const some = fixable(before)
      const all = [
        ...some.slice(0, 6).flatMap((f) => {
          const after = fixedBy(before, f)
          return [...staying(before, f, after), ...losses(before, f, after), ...causes(before, f, after)]
        }),
        ...some
          .slice(0, 3)
          .flatMap((f) => some.slice(0, 3).flatMap((g) => (f === g ? [] : disagreements(before, f, g)))),
        ...unsettled(before),
      ]
      for (const p of all) {
        const k = blur(p)
        const ex = `[${which},${JSON.stringify(m)}] ${p}`
        const o = out.get(k)
        if (!o) out.set(k, { n: 1, ex })
        else {
          o.n += 1
          if (ex.length < o.ex.length) o.ex = ex
        }
      }
      if (n % 20 === 0) save()
    }),
    {
      seed: Number(process.env['SEED'] ?? 1),
      numRuns: Number(process.env['FUZZ_RUNS'] ?? 200),
      endOnFailure: true,
      interruptAfterTimeLimit: 560_000,
    },
  )
  save()
}, 600_000)
