import { readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '../support/corpus.ts'
import { node, ourManifest, root, temporary, writeFiles } from '../support/package.ts'
import { buildSite, site } from './build.ts'

const work = temporary('growth')
const counts = { few: 20, many: 80 }
let sizes: Readonly<Record<keyof typeof counts, ReadonlyMap<string, number>>>

afterAll(() => work.remove())

const definition = (name: string): [string, string] => [name, readFileSync(path.join(root, name), 'utf8')]

/** Kilobytes of JavaScript before the first drill is opened, by the page on which a visit starts. */
async function sizesWith(count: number): Promise<ReadonlyMap<string, number>> {
  const { corpus } = await import(pathToFileURL(path.join(root, 'bench/corpus/corpus.mjs')).href)
  const drills: readonly { readonly file: string; readonly text: string }[] = [
    ...corpus({ size: count, seed: 1, mistakes: false, samples: false }),
  ]
  const folder = path.join(work.folder, String(count))
  writeFiles(path.join(folder, 'drills-of-it'), {
    'package.json': ourManifest,
    ...Object.fromEntries([definition(paths.loop), definition(paths.rubric)]),
    ...Object.fromEntries(drills.map(({ file, text }) => [file, text])),
  })
  const built = buildSite(folder, { corpus: path.join(folder, 'drills-of-it') })
  // It fails where a page needs more than the budget.
  const printed = node([path.join(site, 'scripts/sizes.mjs'), built], root)
  return new Map(
    [...printed.matchAll(/([\d.]+) KB {2}before the first drill is opened, from ([\w-]+)/g)].map(
      ([, size, page]) => [page ?? '', Number(size)],
    ),
  )
}

beforeAll(async () => {
  sizes = { few: await sizesWith(counts.few), many: await sizesWith(counts.many) }
})

test('with 80 drills every page on which a visit can start stays within the budget', () => {
  expect(sizes.many.size).toBeGreaterThan(10)
  expect([...sizes.many.keys()]).toEqual([...sizes.few.keys()])
})

test('a further drill costs a start page less than 0.1 KB', () => {
  const perDrill = Array.from(sizes.many, ([page, size]) => [
    page,
    (size - (sizes.few.get(page) ?? 0)) / (counts.many - counts.few),
  ])
  expect(perDrill.filter(([, growth]) => Number(growth) >= 0.1)).toEqual([])
})
