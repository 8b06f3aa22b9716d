import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser'
import { describe, expect, test } from 'vitest'

const root = new URL('..', import.meta.url)

const contributing = readFileSync(new URL('CONTRIBUTING.md', root), 'utf8')

/** The rows of the tables in CONTRIBUTING.md that list rooms, one list per table. */
const maps = contributing
  .split(/^\| room .*\n\| --- .*\n/m)
  .slice(1)
  .map((table) =>
    Array.from(table.matchAll(/^\| `([^`]+)\/` \| (.*) \|$/gm), ([, room = '', text = '']) => ({
      room,
      text,
    })),
  )

/** What each map is a map of. The parser of each reads all imports of its folder, type imports included. */
const folders = [
  { folder: 'src', parser: 'swc', entries: ['main.ts', 'cli.ts'] },
  { folder: 'site/src', parser: 'acorn', entries: ['main.tsx', 'offline.ts', 'styles'] },
] as const

/** Every import of one file of a folder by another, as the text has it. */
function written(folder: string): string[] {
  const names = readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: 'utf8' })
  const files = new Set(names.filter((name) => /\.[a-z]+$/.test(name)).map((name) => `${folder}/${name}`))
  const found = [...files].flatMap((file) =>
    Array.from(
      readFileSync(new URL(file, root), 'utf8').matchAll(/(?:\bfrom|\bimport\(?|@import) ?'(\.[^']+)'/g),
      ([, to = '']) => [file, path.posix.join(path.posix.dirname(file), to)] as const,
    ),
  )
  const arrows = found.filter(([, to]) => files.has(to)).map(([from, to]) => `${from} -> ${to}`)
  return [...new Set(arrows)].sort()
}

describe.each(folders.map((each, index) => ({ ...each, rows: maps[index] ?? [] })))(
  'the map of $folder',
  ({ folder, parser, entries, rows }) => {
    const rooms = rows.map(({ room }) => room)
    const inRoom = (room: string): string => `^${folder}/${room}/`

    async function arrows(): Promise<ICruiseResult> {
      const upward = rooms.map((room, index) => ({
        name: `${room} imports a room above it`,
        severity: 'error' as const,
        from: { path: inRoom(room) },
        to: { path: [...rooms.slice(0, index).map(inRoom), `^${folder}/[^/]+$`] },
      }))
      const circle = { name: 'a circle', severity: 'error' as const, from: {}, to: { circular: true } }
      const options: ICruiseOptions = {
        baseDir: root.pathname,
        parser,
        tsPreCompilationDeps: true,
        doNotFollow: { path: 'node_modules' },
        includeOnly: `^${folder}/`,
        validate: true,
        ruleSet: { forbidden: [...upward, circle] },
      }
      const { output } = await cruise([folder], options)
      if (typeof output === 'string') throw new Error(output)
      return output
    }

    test('names every room once, in one sentence', () => {
      const found = readdirSync(new URL(`${folder}/`, root)).filter(
        (name) => !entries.some((each) => each === name),
      )
      expect([...rooms].sort()).toEqual(found.sort())
      for (const { room, text } of rows)
        expect([room, text]).toEqual([room, expect.stringMatching(/^[A-Z][^.]*\.$/)])
    })

    test('is the order of imports, and there are no circles', async () => {
      const { modules, summary } = await arrows()
      expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual([])
      const seen = modules.flatMap(({ source, dependencies }) =>
        dependencies.map(({ resolved }) => `${source} -> ${resolved}`),
      )
      // Nothing escapes the check: what it sees is what is written, type imports included.
      expect([...new Set(seen)].sort()).toEqual(written(folder))
    })
  },
)

test('tests are in the rooms of src, or in a folder that CONTRIBUTING.md names', () => {
  const [, sentence = ''] = /^`test\/` has the same rooms\.(.*)$/m.exec(contributing) ?? []
  const named = Array.from(sentence.matchAll(/`([a-z]+)\/`/g), ([, name = '']) => name)
  const rooms = maps[0]?.map(({ room }) => room) ?? []
  const found = readdirSync(new URL('test/', root), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
  expect(found.filter((name) => !rooms.includes(name)).sort()).toEqual(named.sort())
})

test('the map of src has room for a stranger', () => {
  expect(maps[0]?.length).toBeLessThanOrEqual(14)
})
