import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { fileReader } from '../../src/io/file-reader.ts'
import { compiled } from '../contract/packages.ts'
import { edit, paths, valid } from '../support/corpus.ts'
import { commit, git } from '../support/git.ts'
import { pax, type TarEntry, tar, tgz } from '../support/tarball.ts'
import { corpusOnDisk, drills, put, type Ran, temporaryFolder, validFiles } from '../support/terminal.ts'
import { track, trackPath } from '../support/tracks.ts'

const packed = compiled(validFiles).files
const changed = compiled({
  ...validFiles,
  [paths.round]: edit(valid.round, 'within 800 ms', 'within 700 ms'),
}).files

const run = (cwd: string, ...args: readonly string[]): Promise<Ran> =>
  drills(['diff', ...args], { cwd, reader: fileReader })

const folderOf = (files: ReadonlyMap<string, string>): string => {
  const folder = temporaryFolder()
  put(folder, Object.fromEntries(files))
  return folder
}

const entriesOf = (files: ReadonlyMap<string, string>): TarEntry[] =>
  [...files].map(([name, text]) => ({ name: `package/${name}`, text }))

/** A tarball `x.tgz` in a new folder. */
function tarball(bytes: Buffer): string {
  const folder = temporaryFolder()
  writeFileSync(path.join(folder, 'x.tgz'), bytes)
  return folder
}

const figure = `voice-note-search
  minor  sections.constraints.points.latency changed: numbers changed; this affects stored grades

1 change (1 minor): minor
`

/** Every file below a folder, to see that nothing was written. */
const listing = (folder: string): string[] => readdirSync(folder, { recursive: true }).map(String).sort()

/** One line on the second stream, nothing on the first. */
const refused = (stderr: string): Ran => ({ code: 2, stdout: '', stderr: `drills: ${stderr}\n` })

describe('what can be compared', () => {
  test('two folders', async () => {
    const [from, to] = [folderOf(packed), folderOf(changed)]
    expect(await run(from, '.', to)).toMatchObject({ code: 2 })
    expect(await run('/', from, to)).toEqual({ code: 0, stdout: figure, stderr: '' })
  })

  test('a tarball and a folder, also a tarball with folders, long names and global headers in it', async () => {
    const to = folderOf(changed)
    const plain = tarball(tgz(entriesOf(packed)))
    expect(await run('/', path.join(plain, 'x.tgz'), to)).toEqual({ code: 0, stdout: figure, stderr: '' })
    const [first, ...others] = entriesOf(packed)
    const rich = tarball(
      tgz([
        { name: 'pax_global_header', type: 'g', text: pax('comment', 'x') },
        { name: 'package/', type: '5' },
        { name: 'package/data/', type: '5' },
        { name: 'PaxHeader/x', type: 'x', text: pax('path', first?.name ?? '') + pax('mtime', '0') },
        { name: 'package/cut', text: first?.text ?? '' },
        ...others.map((entry) => ({ ...entry, name: entry.name.slice(8), prefix: 'package' })),
      ]),
    )
    expect(await run('/', path.join(rich, 'x.tgz'), to)).toEqual({ code: 0, stdout: figure, stderr: '' })
  })

  test('what npm packs', async () => {
    const folder = folderOf(packed)
    const out = temporaryFolder()
    execFileSync('npm', ['pack', folder, '--pack-destination', out, '--loglevel=silent'], { cwd: out })
    const [name = ''] = readdirSync(out)
    expect(await run('/', path.join(out, name), folderOf(changed))).toEqual({
      code: 0,
      stdout: figure,
      stderr: '',
    })
  })

  test('a commit and the working tree, from any folder of it', async () => {
    const folder = corpusOnDisk()
    commit(folder)
    put(folder, { [paths.round]: edit(valid.round, 'within 800 ms', 'within 700 ms') })
    expect(await run(folder, 'HEAD')).toEqual({ code: 0, stdout: figure, stderr: '' })
    expect(await run(path.join(folder, 'drills/rounds'), 'main', '.')).toEqual({
      code: 0,
      stdout: figure,
      stderr: '',
    })
    const second = commit(folder)
    expect(await run(folder, 'HEAD~1', second.slice(0, 10))).toEqual({ code: 0, stdout: figure, stderr: '' })
    expect((await run(folder, 'main')).stdout).toBe('no change reaches apps: no release needed\n')
  })

  test('a commit whose corpus stands in a folder of the repository', async () => {
    const folder = temporaryFolder()
    put(path.join(folder, 'in/here'), {
      [paths.loop]: valid.loop,
      [paths.rubric]: valid.rubric,
      [paths.round]: valid.round,
    })
    commit(folder, { [paths.loop]: 'another one' })
    expect((await run(path.join(folder, 'in/here'), 'HEAD')).stdout).toBe(
      'no change reaches apps: no release needed\n',
    )
  })

  test('nothing of a commit runs, and the working tree, the index and the references stay', async () => {
    const folder = corpusOnDisk()
    const trap = path.join(folder, 'ran')
    const hook = `#!/bin/sh\ntouch ${trap}\n`
    const first = commit(folder, {
      'package.json': JSON.stringify({ version: '1.0.0', scripts: { prepare: `touch ${trap}` } }),
      '.gitattributes': '* filter=trap diff=trap\n',
    })
    put(path.join(folder, '.git/hooks'), { 'post-checkout': hook, 'post-index-change': hook })
    for (const name of ['post-checkout', 'post-index-change'])
      chmodSync(path.join(folder, '.git/hooks', name), 0o755)
    for (const [key, value] of [
      ['filter.trap.smudge', `touch ${trap}`],
      ['diff.trap.textconv', `touch ${trap};cat`],
      ['core.fsmonitor', `touch ${trap}`],
    ] as const)
      git(folder, 'config', key, value)
    put(folder, { [paths.round]: edit(valid.round, 'within 800 ms', 'within 700 ms') })
    const before = [
      listing(folder),
      readFileSync(path.join(folder, '.git/index')),
      readFileSync(path.join(folder, paths.round)),
    ]
    expect(await run(folder, first)).toEqual({ code: 0, stdout: figure, stderr: '' })
    expect([
      listing(folder),
      readFileSync(path.join(folder, '.git/index')),
      readFileSync(path.join(folder, paths.round)),
    ]).toEqual(before)
  })

  test('schemas and the floor of Node.js are those of a commit with the toolchain', async () => {
    const folder = corpusOnDisk()
    const schema = { type: 'object', properties: { old: { type: 'string' } } }
    commit(folder, {
      'schemas/published/prompts.schema.json': JSON.stringify(schema),
      'package.json': JSON.stringify({ version: '0.1.0', engines: { node: '>=18' } }),
    })
    const { stdout } = await run(folder, 'HEAD')
    expect(stdout).toContain('  major  engines.node changed: a newer Node.js is required\n')
    expect(stdout).toContain('  major  schemas/prompts changed: the type of a field changed\n')
    expect(stdout).toContain('  major  schemas/prompts.old removed: a field was removed\n')
  })

  test('drills with errors are compared, and the errors told', async () => {
    const folder = corpusOnDisk()
    commit(folder)
    put(folder, { [paths.round]: edit(valid.round, 'within 800 ms', 'within TODO 700 ms') })
    expect(await run(folder, 'HEAD')).toEqual({
      code: 0,
      stdout: figure,
      stderr: 'drills: the working tree has 1 error; `drills lint` shows it\n',
    })
  })

  test('a prompt that tells its answer is compared too, though never published', async () => {
    const folder = corpusOnDisk()
    commit(folder)
    const leak = 'Design it so that results should appear within 800 ms at p95.'
    put(folder, { [paths.round]: edit(valid.round, 'Design it.', leak) })
    expect(await run(folder, 'HEAD')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('prompt changed'),
    })
  })

  test('a file of a commit that can’t be compiled is told, and counts as missing', async () => {
    const folder = corpusOnDisk()
    commit(folder, { [paths.question]: 'no front matter' })
    put(folder, { [paths.question]: valid.question })
    expect(await run(folder, 'HEAD')).toEqual({
      code: 0,
      stdout: 'what-is-recall\n  minor  id added: a drill was added\n\n1 change (1 minor): minor\n',
      stderr: `drills: \`HEAD\` has 1 file that this tool can’t compile, such as \`${paths.question}\`; what they hold counts as missing\n`,
    })
  })

  test.each([
    [paths.round, 'no front matter', 'front-matter'],
    [trackPath('first-week'), 'no front matter', 'front-matter'],
    [trackPath('first-week'), track({ drills: [] }), 'schema'],
    [paths.redirects, 'renamed: []', 'schema'],
    [paths.rubric, '---\nlists: 3\n---\n\n# Rubric\n', 'schema'],
  ])(
    '%s that can’t be compiled is refused in the working tree: its content would count as gone',
    async (file, text, rule) => {
      const folder = corpusOnDisk()
      commit(folder)
      put(folder, { [file]: text })
      const { code, stdout, stderr } = await run(folder, 'HEAD')
      expect([code, stdout]).toEqual([2, ''])
      expect(stderr).toMatch(
        new RegExp(
          `^drills: \`${file}\` can’t be compiled \\(rule \`${rule}\`, line \\d+\\); \`drills lint\` says why\n$`,
        ),
      )
    },
  )
})

test('a track with a heading too many is compared: what it holds is there', async () => {
  const folder = corpusOnDisk()
  commit(folder)
  const drills = ['voice-note-search', 'what-is-recall']
  put(folder, {
    [paths.question]: valid.question,
    [trackPath('first-week')]: track({ drills, body: 'For you.\n\n## More' }),
  })
  expect(await run(folder, 'HEAD')).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('minor  tracks.first-week added: a track was added'),
    stderr: 'drills: the working tree has 1 error; `drills lint` shows it\n',
  })
})

describe('formats', () => {
  test('JSON', async () => {
    const { code, stdout, stderr } = await run('/', folderOf(packed), folderOf(changed), '--format=json')
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toBe(`{
  "bump": "minor",
  "changes": [
    {
      "drill": "voice-note-search",
      "field": "sections.constraints.points.latency",
      "kind": "changed",
      "bump": "minor",
      "reason": "numbers changed; this affects stored grades"
    }
  ]
}
`)
    const none = await run('/', folderOf(packed), folderOf(packed), '--format', 'json')
    expect(JSON.parse(none.stdout)).toEqual({ bump: 'none', changes: [] })
  })

  test('Markdown', async () => {
    const { stdout } = await run('/', folderOf(packed), folderOf(changed), '--format=markdown')
    expect(stdout).toBe(`### What changes for apps: minor

**\`voice-note-search\`**

- minor: \`sections.constraints.points.latency\` changed, numbers changed; this affects stored grades

1 change (1 minor): minor
`)
    expect((await run('/', folderOf(packed), folderOf(packed), '--format=markdown')).stdout).toBe(
      '### What changes for apps: none\n\nno change reaches apps: no release needed\n',
    )
  })

  test.each([
    [['--format=yaml', 'a'], 'unknown format `yaml`; expected `text`, `json` or `markdown`'],
    [['--format=jsno', 'a'], 'unknown format `jsno`; did you mean `json`?'],
    [[], '`drills diff` takes one or two packages: `drills diff <from> [to]`'],
    [['a', 'b', 'c'], '`drills diff` takes one or two packages: `drills diff <from> [to]`'],
  ])('%j', async (args, stderr) => {
    expect(await run('/', ...args)).toEqual(refused(stderr))
  })
})

const hostile =
  '\u001b[2Jsee https://evil.example, www.evil.example, @team #1 <img src=x> [a](b) `x` **b**\n::error::pwned\n##[command]x\u202e'

describe('author text stays text', () => {
  const hostilePackage = (): string => {
    const files = new Map(packed)
    files.set('drills.json', JSON.stringify(JSON.parse(packed.get('drills.json') ?? '').slice(0, 2)))
    files.set(
      'redirects.json',
      JSON.stringify({
        criteria: {},
        renamed: {},
        split: {},
        retired: { 'what-is-recall': hostile, [hostile]: 'x' },
      }),
    )
    return folderOf(files)
  }

  test.each(['text', 'json', 'markdown'])('as %s', async (format) => {
    const { code, stdout } = await run('/', folderOf(packed), hostilePackage(), `--format=${format}`)
    expect(code).toBe(0)
    expect(stdout).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u202e]/)
    expect(stdout).not.toMatch(/::|##\[/)
  })

  test('in Markdown it stands in code spans', async () => {
    const { stdout } = await run('/', folderOf(packed), hostilePackage(), '--format=markdown')
    const shown = '\\x1b[2Jsee https://evil.example, www.evil.example, @team #1 <img src=x> [a](b) ˋxˋ **b**'
    const lines = stdout.split('\n').filter((line) => line.includes('evil'))
    expect(lines).toEqual([
      `- minor: \`id\` retired, it was retired: \`${shown} : :error: :pwned # #[command]x\\u{202e}\``,
      `- minor: \`redirects.${shown}\\n: :error: :pwned\\n# #[command]x\\u{202e}\` added, a redirect was added`,
    ])
  })

  test('in JSON it is the data that it was', async () => {
    const { stdout } = await run('/', folderOf(packed), hostilePackage(), '--format=json')
    const fields = JSON.parse(stdout).changes.map(({ field }: { field: string }) => field)
    expect(fields).toContain(`redirects.${hostile}`)
  })

  test('in names on the command line', async () => {
    const folder = corpusOnDisk()
    commit(folder)
    expect(await run(folder, '\u001b[2J::error::x')).toEqual(
      refused(
        '`\\x1b[2J: :error: :x` is not a folder, a `.tgz` or a commit; expected one of these, or `.` for the working tree',
      ),
    )
  })
})

describe('folders that are no package', () => {
  const broken = (name: string, text: string | undefined): ReadonlyMap<string, string> => {
    const files = new Map(packed)
    if (text === undefined) files.delete(name)
    else files.set(name, text)
    return files
  }
  const without = (name: string, change: (data: Record<string, unknown>[]) => void): string => {
    const data = JSON.parse(packed.get(name) ?? '')
    change(data)
    return JSON.stringify(data)
  }

  test.each<[string, string | undefined, string]>([
    ['package.json', undefined, 'it has no `package.json`'],
    ['package.json', '{"name":"left-pad","version":"1.0.0"}', 'its `package.json` has no `exports`'],
    ['package.json', '[]', 'its `package.json` is not an object'],
    ['package.json', 'null', 'its `package.json` is not an object'],
    ['package.json', '{"name":"audio-text-drills"}', 'its `package.json` has no `version`'],
    [
      'package.json',
      '{"name":"audio-text-drills","version":"1.0.0","exports":"./index.js"}',
      'its `package.json` should have an object at `exports`',
    ],
    [
      'package.json',
      '{"name":"audio-text-drills","version":"1.0.0","exports":{},"engines":{"node":20}}',
      'its `package.json` should have text at `engines.node`',
    ],
    ['drills.json', undefined, 'it has no `drills.json`'],
    ['drills.json', '', 'its `drills.json` is not JSON'],
    ['drills.json', '[{"id":"voice-', 'its `drills.json` is not JSON'],
    ['drills.json', '{}', 'its `drills.json` is not a list'],
    ['drills.json', '{"length":9007199254740991}', 'its `drills.json` is not a list'],
    ['drills.json', 'null', 'its `drills.json` is not a list'],
    ['drills.json', '[1,2]', 'its `drills.json` should have an object at `[0]`'],
    ['drills.json', '[null]', 'its `drills.json` should have an object at `[0]`'],
    ['drills.json', '['.repeat(100_000) + ']'.repeat(100_000), 'its `drills.json` is nested too deep'],
    ['rubric.json', '[]', 'its `rubric.json` is not an object'],
    ['rubric.json', '{"criteria":[]}', 'its `rubric.json` has no `text`'],
    ['practice-loop.json', '3', 'its `practice-loop.json` is not an object'],
    [
      'redirects.json',
      '{"renamed":[],"split":{},"retired":{},"criteria":{}}',
      'its `redirects.json` should have an object at `renamed`',
    ],
    [
      'redirects.json',
      '{"renamed":{},"split":{"a":{"ids":"b","reason":""}},"retired":{},"criteria":{}}',
      'its `redirects.json` should have a list at `split.a.ids`',
    ],
    [
      'redirects.json',
      '{"renamed":{"a":1},"split":{},"retired":{},"criteria":{}}',
      'its `redirects.json` should have text at `renamed.a`',
    ],
    [
      'redirects.json',
      '{"renamed":{"1":2},"split":{},"retired":{},"criteria":{}}',
      'its `redirects.json` should have text at `renamed.1`',
    ],
    [
      'redirects.json',
      '{"renamed":{"a/b~c":2},"split":{},"retired":{},"criteria":{}}',
      'its `redirects.json` should have text at `renamed.a/b~c`',
    ],
    [
      'rubric.json',
      edit(packed.get('rubric.json') ?? '', '"title":"Explicit assumptions"', '"title":5'),
      'its `rubric.json` should have text at `criteria[0].title`',
    ],
    ['schemas/drill.schema.json', '7', 'its `schemas/drill.schema.json` is not an object'],
    [
      'schemas/drill.schema.json',
      '{"additionalProperties":"none"}',
      'its `schemas/drill.schema.json` should have an object, `true` or `false` at `additionalProperties`',
    ],
    [
      'schemas/drill.schema.json',
      '{"additionalProperties":{"items":[]}}',
      'its `schemas/drill.schema.json` should have an object at `additionalProperties.items`',
    ],
    [
      'schemas/drill.schema.json',
      '{"properties":{"a":{"enum":5}}}',
      'its `schemas/drill.schema.json` should have a list at `properties.a.enum`',
    ],
    [
      'schemas/drill.schema.json',
      '{"required":{}}',
      'its `schemas/drill.schema.json` should have a list at `required`',
    ],
    [
      'drills.json',
      without('drills.json', (data) => void delete data[1]?.['digests']),
      'its `drills.json` has no `[1].digests`',
    ],
    [
      'drills.json',
      without('drills.json', (data) => Object.assign(data[1] ?? {}, { sections: [{ id: 'constraints' }] })),
      'its `drills.json` has no `[1].sections[0].title`',
    ],
    [
      'drills.json',
      without('drills.json', (data) => Object.assign(data[0] ?? {}, { evidence: 'none' })),
      'its `drills.json` should have a list at `[0].evidence`',
    ],
  ])('%s is %s', async (name, text, reason) => {
    const bad = folderOf(broken(name, text))
    const before = listing(bad)
    const good = folderOf(packed)
    for (const args of [
      [bad, good],
      [good, bad],
    ])
      expect(await run('/', ...args)).toEqual(refused(`\`${bad}\` is not a package of drills: ${reason}`))
    expect(listing(bad)).toEqual(before)
  })

  test('a folder of something else', async () => {
    const folder = temporaryFolder()
    mkdirSync(path.join(folder, 'package.json'))
    expect(await run(folder, folder)).toEqual(
      refused(`\`${folder}\` is not a package of drills: it has no \`package.json\``),
    )
  })
})

describe('tarballs', () => {
  const good = entriesOf(packed)
  const damaged = 'it is not an npm tarball, or it is damaged'
  const cut = tgz(good)
  const whole = tar(good)

  test.each<[string, Buffer, string]>([
    ['empty', Buffer.alloc(0), damaged],
    ['not gzipped', whole, damaged],
    ['text', Buffer.from('hello'), damaged],
    ['cut in the compressed bytes', cut.subarray(0, cut.length >> 1), damaged],
    ['with a wrong check sum of gzip', Buffer.concat([cut.subarray(0, -8), Buffer.alloc(8)]), damaged],
    ['cut in a file', gzipSync(whole.subarray(0, 700)), damaged],
    ['cut between two files', gzipSync(tar(good, 0)), damaged],
    ['of zeros', gzipSync(Buffer.alloc(1024)), 'it holds no files'],
    [
      'that unpacks to more than a machine should hold',
      gzipSync(Buffer.alloc((1 << 28) + 1)),
      'it unpacks to more than 256 MiB',
    ],
    ['with a wrong check sum', tgz([{ name: 'package/a', checksum: 1 }]), damaged],
    ['with a size that is no number', tgz([{ name: 'package/a', size: 'zzzzzzzzzzz' }]), damaged],
    ['with a negative size', tgz([{ name: 'package/a', size: '-0000001000' }]), damaged],
    ['with a size beyond its end', tgz([{ name: 'package/a', size: '77777777777' }]), damaged],
    [
      'with another size in an extended header',
      tgz([{ name: 'x', type: 'x', text: pax('size', '1') }, ...good]),
      damaged,
    ],
    [
      'with a broken extended header',
      tgz([{ name: 'x', type: 'x', text: '999 path=package/a\n' }, ...good]),
      damaged,
    ],
    [
      'with an extended header of no length',
      tgz([{ name: 'x', type: 'x', text: '0 path=a\n' }, ...good]),
      damaged,
    ],
    ...[
      '../evil',
      'package/../evil',
      'package/../package/a',
      'package/a/../../../evil',
      'package/..',
      '/etc/passwd',
      '/package/package.json',
      'C:/package/a',
      'package\\..\\evil',
      'package/./a',
      'package//a',
      'package/',
      'package',
      'other/a',
    ].map((name): [string, Buffer, string] => [
      `with the path ${name}`,
      tgz([...good, { name, text: 'x' }]),
      `it holds the path \`${name}\`, expected only paths below \`package/\``,
    ]),
    [
      'with a path that an extended header leads out',
      tgz([{ name: 'x', type: 'x', text: pax('path', '../../evil') }, { name: 'package/a' }]),
      'it holds the path `../../evil`, expected only paths below `package/`',
    ],
    [
      'with a path that its prefix leads out',
      tgz([{ name: 'a', prefix: '/etc' }]),
      'it holds the path `/etc/a`, expected only paths below `package/`',
    ],
    [
      'with a folder that leads out',
      tgz([...good, { name: '../evil/', type: '5' }]),
      'it holds the path `../evil/`, expected only paths below `package/`',
    ],
    [
      'with control characters in a path',
      tgz([{ name: 'package/\u001b[2J::error::x' }]),
      'it holds the path `package/\\x1b[2J: :error: :x`, expected only paths below `package/`',
    ],
    [
      'with a symbolic link',
      tgz([...good, { name: 'package/a', type: '2', link: '/etc/passwd' }]),
      'it holds a symbolic link (`package/a`), expected only files',
    ],
    [
      'with a hard link',
      tgz([...good, { name: 'package/a', type: '1', link: 'package/package.json' }]),
      'it holds a hard link (`package/a`), expected only files',
    ],
    [
      'with a device',
      tgz([...good, { name: 'package/a', type: '3' }]),
      'it holds a device (`package/a`), expected only files',
    ],
    [
      'with a block device',
      tgz([...good, { name: 'package/a', type: '4' }]),
      'it holds a device (`package/a`), expected only files',
    ],
    [
      'with a pipe',
      tgz([...good, { name: 'package/a', type: '6' }]),
      'it holds a pipe (`package/a`), expected only files',
    ],
    [
      'with a long name of GNU tar',
      tgz([{ name: '././@LongLink', type: 'L', text: 'package/package.json' }, ...good]),
      'it holds a file of an unknown type (`././@LongLink`), expected only files',
    ],
    [
      'with a file twice',
      tgz([...good, { name: 'package/package.json', text: '{}' }]),
      'it holds the file `package/package.json` twice',
    ],
    ['of something else', tgz([{ name: 'package/a', text: 'x' }]), 'it has no `package.json`'],
  ])('%s', async (_, bytes, reason) => {
    const folder = tarball(bytes)
    expect(await run(folder, 'x.tgz', folderOf(packed))).toEqual(
      refused(`\`x.tgz\` is not a package of drills: ${reason}`),
    )
    expect(listing(folder)).toEqual(['x.tgz'])
  })
})

describe('outside a repository of drills', () => {
  const only = 'expected one of these, because only a repository of drills has commits to compare'

  test.each(['nosuch.tgz', 'v1.0.0', './nowhere'])('%s is named', async (word) => {
    const folder = tarball(tgz(entriesOf(packed)))
    const line = refused(`\`${word}\` is not a folder or a \`.tgz\`; ${only}`)
    expect(await run(folder, 'x.tgz', word)).toEqual(line)
    expect(await run(folder, word, 'x.tgz')).toEqual(line)
  })

  test('the working tree is none', async () => {
    const folder = tarball(tgz(entriesOf(packed)))
    const { code, stderr } = await run(folder, 'x.tgz')
    expect([code, stderr]).toEqual([2, expect.stringContaining('drills: no drills here: ')])
  })
})

describe('references', () => {
  const none = (word: string): Ran =>
    refused(
      `\`${word}\` is not a folder, a \`.tgz\` or a commit; expected one of these, or \`.\` for the working tree`,
    )

  test.each([
    'unknown',
    '--upload-pack=x',
    '-h',
    '--help',
    '--all',
    '^main',
    'main..main',
    'main:drills',
    'HEAD^{tree}',
    '@{u}',
    'a b',
    '',
  ])('%j is no commit', async (word) => {
    const folder = corpusOnDisk()
    commit(folder)
    expect(await run(folder, '--', word)).toEqual(none(word))
  })

  test('a flag in place of a reference is wrong usage', async () => {
    const folder = corpusOnDisk()
    commit(folder)
    expect(await run(folder, '--upload-pack=x')).toEqual(
      refused('unknown flag `--upload-pack`; see `drills diff --help`'),
    )
    expect(await run(folder, '-x')).toEqual(refused('unknown flag `-x`; see `drills diff --help`'))
  })

  test('where there is no repository, nothing is a commit', async () => {
    expect(await run(corpusOnDisk(), 'HEAD')).toEqual(
      refused(
        '`HEAD` is not a folder, a `.tgz` or a commit (not a git repository (or any of the parent directories): .git); expected one of these, or `.` for the working tree',
      ),
    )
  })

  test('a commit without drills', async () => {
    const folder = temporaryFolder()
    const first = commit(folder, { 'a.txt': 'a' })
    put(folder, { [paths.loop]: valid.loop, [paths.rubric]: valid.rubric, [paths.round]: valid.round })
    expect(await run(folder, first)).toEqual(refused(`\`${first}\` has no drills that this tool can compile`))
  })

  test.each(['drills/rounds/link.md', 'drills/rounds/folder'])(
    'a commit with the symbolic link %s',
    async (name) => {
      const folder = corpusOnDisk()
      symlinkSync('/etc', path.join(folder, name))
      commit(folder)
      git(folder, 'rm', '--quiet', name)
      expect(await run(folder, 'HEAD')).toEqual(
        refused(`\`HEAD\` holds the symbolic link \`${name}\`, expected a regular file`),
      )
    },
  )

  test('a commit whose drills are a symbolic link', async () => {
    const folder = temporaryFolder()
    symlinkSync('elsewhere', path.join(folder, 'drills'))
    const first = commit(folder)
    git(folder, 'rm', '--quiet', 'drills')
    put(folder, { [paths.loop]: valid.loop, [paths.rubric]: valid.rubric })
    expect(await run(folder, first)).toEqual(refused(`\`${first}\` has no drills that this tool can compile`))
  })

  test('a commit with control characters in a file name', async () => {
    const folder = corpusOnDisk()
    commit(folder, { 'drills/rounds/a\u001b[2J\n::error::.md': valid.round })
    expect(await run(folder, 'HEAD', '.')).toEqual(
      refused(
        '`HEAD` holds the file `"drills/rounds/a\\u001b[2J\\n: :error: :.md"`, expected a name without control characters',
      ),
    )
  })

  test.each<[string, Record<string, string>]>([
    ['text', { 'package.json': '{"version":' }],
    ['null', { 'package.json': 'null' }],
    ['of other types', { 'package.json': '{"version":3,"engines":null}' }],
    ['a folder', { 'package.json/a': 'x' }],
  ])('a package.json of a commit that is %s is passed over', async (_, files) => {
    const folder = corpusOnDisk()
    commit(folder, files)
    expect((await run(folder, 'HEAD')).stdout).toBe('no change reaches apps: no release needed\n')
  })

  test('schemas of a commit that are none', async () => {
    const folder = corpusOnDisk()
    commit(folder, { 'schemas/published/drill.schema.json': '[' })
    expect(await run(folder, 'HEAD')).toEqual(
      refused('`HEAD` can’t be compared: its `schemas/drill.schema.json` is not JSON'),
    )
  })
})
