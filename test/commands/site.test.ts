import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { fileReader } from '../../src/io/file-reader.ts'
import type { Io } from '../../src/io/io.ts'
import { UsageError } from '../../src/io/usage-error.ts'
import { edit, paths, valid } from '../support/corpus.ts'
import { root as tool } from '../support/package.ts'
import { corpusOnDisk, drills, put, type Ran, temporaryFolder } from '../support/terminal.ts'

/** What stands in for the built app. */
const app = {
  'index.html': '<title>Drills</title>',
  'assets/index-AbCd1234.js': 'import "../corpus/about.js"',
}

/** Reads the real files, and the app in memory. */
function readerWith(files: Readonly<Record<string, string>>): Io['reader'] {
  const shell = path.join(tool, 'site/shell')
  const nameOf = (file: string): string | undefined => {
    const name = path.relative(shell, file)
    return name.startsWith('..') ? undefined : name
  }
  const names = Object.keys(files)
  return {
    ...fileReader,
    exists: (file) => {
      const name = nameOf(file)
      if (name === undefined) return fileReader.exists(file)
      if (names.includes(name)) return 'file'
      return names.some((each) => name === '' || each.startsWith(`${name}/`)) ? 'folder' : undefined
    },
    list: (folder) => {
      const name = nameOf(folder)
      if (name === undefined) return fileReader.list(folder)
      const before = name === '' ? '' : `${name}/`
      const below = names.filter((each) => each.startsWith(before))
      return [...new Set(below.map((each) => each.slice(before.length).replace(/\/.*/, '')))]
    },
    readBytes: (file) => {
      const name = nameOf(file)
      if (name === undefined) return fileReader.readBytes(file)
      const text = files[name]
      return text === undefined ? undefined : Buffer.from(text)
    },
  }
}

interface Shown extends Ran {
  /** What was served, by path; undefined when nothing was. */
  readonly files: ReadonlyMap<string, string> | undefined
  readonly base: string | undefined
  readonly port: number | undefined
}

/** Runs `drills site` until it serves, then Ctrl-C. */
async function site(cwd: string, args: readonly string[] = [], shell = app): Promise<Shown> {
  let files: ReadonlyMap<string, string> | undefined
  let options: { base: string; port: number } | undefined
  let closed = false
  const ran = await drills(['site', ...args], {
    cwd,
    reader: readerWith(shell),
    serve: async (served, given) => {
      files = new Map(Array.from(served, ([name, bytes]) => [name, Buffer.from(bytes).toString()]))
      options = given
      return {
        url: `http://127.0.0.1:4174${given.base}`,
        close: async () => {
          closed = true
        },
      }
    },
    stopped: async () => undefined,
  })
  expect(closed).toBe(files !== undefined)
  return { ...ran, files, base: options?.base, port: options?.port }
}

const named = (manifest: unknown): Readonly<Record<string, string>> => ({
  'package.json': typeof manifest === 'string' ? manifest : JSON.stringify(manifest),
})

/** The data of a module. */
async function dataOf({ files }: Shown, name: string): Promise<unknown> {
  const text = files?.get(`corpus/${name}.js`) ?? ''
  const module = await import(`data:text/javascript,${encodeURIComponent(text)}`)
  return module.default
}

describe('what is served', () => {
  test('is the app, the modules of the package, and those made of it; the address is printed', async () => {
    const cwd = corpusOnDisk(named({ name: 'acme-drills', version: '2.3.4', license: 'UNLICENSED' }))
    const shown = await site(cwd)
    expect(shown).toMatchObject({
      code: 0,
      stdout: 'The practice site: http://127.0.0.1:4174/acme-drills/  (Ctrl-C ends)\n',
      stderr: '',
      base: '/acme-drills/',
      port: 4174,
    })
    const names = [...(shown.files?.keys() ?? [])]
    expect(names).toEqual(
      expect.arrayContaining([
        ...Object.keys(app),
        'corpus/about.js',
        'corpus/digests.js',
        'corpus/menu.js',
        'corpus/substances.js',
        'corpus/topics.js',
        'corpus/tracks.js',
        'package/index.js',
        'package/drills.js',
        'package/tracks.js',
        'package/prompts.js',
        'package/drills/voice-note-search.js',
        'package/prompts/voice-note-search.js',
        'package/data/practice-loop.js',
        'package/data/redirects.js',
        'package/data/rubric.js',
      ]),
    )
    expect(names.filter((name) => !/\.(?:js|html)$/.test(name)).sort()).toEqual([
      'package/drills/voice-note-search.json',
      'package/prompts/voice-note-search.json',
      'package/samples/voice-note-search.json',
    ])
    expect(await dataOf(shown, 'about')).toEqual({
      name: 'acme-drills',
      version: '2.3.4',
      title: 'acme-drills',
      heading: 'Practise with acme-drills',
      licence: 'UNLICENSED',
    })
  })

  test('has a menu without topics and digests, and these by id, of the substance also how its digest begins', async () => {
    const shown = await site(corpusOnDisk())
    const menu = (await dataOf(shown, 'menu')) as Record<string, unknown>[]
    expect(menu.map(({ id }) => id)).toEqual(['voice-note-search'])
    expect(menu[0]).not.toHaveProperty('digests')
    expect(menu[0]).not.toHaveProperty('topics')
    expect(await dataOf(shown, 'topics')).toEqual(new Map([['voice-note-search', ['asr']]]))
    const digests = (await dataOf(shown, 'digests')) as Map<string, unknown>
    const ofDrill = digests.get('voice-note-search') as Record<string, string>
    expect(ofDrill).toMatchObject({ prompt: expect.stringMatching(/^1:/) })
    expect(digests.get('constructor')).toBe(undefined)
    const substances = (await dataOf(shown, 'substances')) as Map<string, string>
    expect([...substances]).toEqual([['voice-note-search', ofDrill['substance']?.slice(0, 12)]])
  })

  test('has the tracks without their texts, which the package has', async () => {
    expect(await dataOf(await site(corpusOnDisk()), 'tracks')).toEqual([])
    const track =
      '---\nid: both\norder: 1\ndrills: [what-is-recall, voice-note-search]\n---\n\n# Both\n\nFor you.\n'
    const shown = await site(
      corpusOnDisk({ [paths.question]: valid.question, 'drills/tracks/both.md': track }),
    )
    expect(await dataOf(shown, 'tracks')).toEqual([
      { id: 'both', title: 'Both', drills: ['what-is-recall', 'voice-note-search'] },
    ])
    expect(shown.files?.get('package/data/tracks.js')).toContain('For you.')
  })

  test('leaves drafts out', async () => {
    const draft = edit(valid.question, 'difficulty: core', 'difficulty: core\nstatus: draft')
    const { files } = await site(corpusOnDisk({ [paths.question]: draft }))
    expect([...(files ?? [])].filter(([, text]) => text.includes('what-is-recall'))).toEqual([])
  })

  test('may be nothing but drafts, which is said', async () => {
    const cwd = corpusOnDisk({
      [paths.round]: edit(valid.round, 'difficulty: core', 'difficulty: core\nstatus: draft'),
    })
    const shown = await site(cwd)
    expect([shown.code, shown.stderr]).toEqual([
      0,
      'drills: warning: no drill is published; drafts are not shown\n',
    ])
    expect(await dataOf(shown, 'menu')).toEqual([])
  })

  test('goes with warnings, which are printed first', async () => {
    const { code, stdout } = await site(corpusOnDisk({ [paths.incident]: valid.incident }))
    expect(code).toBe(0)
    expect(stdout).toMatch(/ warning 10:1 {2}samples[\s\S]*\nThe practice site: [^\n]*\n$/)
  })

  test('leaves nothing on the disk', async () => {
    const cwd = corpusOnDisk()
    const before = fileReader.list(cwd)
    await site(cwd)
    expect(fileReader.list(cwd)).toEqual(before)
  })
})

describe('the folder of the address, which keeps what learners write apart', () => {
  test.each([
    ['@acme/speech-drills', '@acme/speech-drills'],
    ['acme.drills_2~x', 'acme.drills_2~x'],
  ])('is the name %s of the package', async (name, folder) => {
    expect((await site(corpusOnDisk(named({ name })))).base).toBe(`/${folder}/`)
  })

  test.each([
    ['no package.json', {}],
    ['none with a name', named({ version: '1.0.0' })],
    ['a broken one', named('{"name":')],
    ['a list', named('["x"]')],
    ['null', named('null')],
    ['a name that leads elsewhere', named({ name: '../other' })],
    ['a name of another type', named({ name: ['acme'] })],
    ['a name with markup', named({ name: '<script>alert(1)</script>' })],
  ])('is the folder of the repository where that has %s', async (_, files) => {
    const cwd = path.join(temporaryFolder(), 'Speech Drills')
    put(cwd, {
      [paths.loop]: valid.loop,
      [paths.rubric]: valid.rubric,
      [paths.question]: valid.question,
      ...files,
    })
    const shown = await site(cwd)
    expect([shown.code, shown.base]).toEqual([0, '/speech-drills/'])
    expect(await dataOf(shown, 'about')).toMatchObject({ name: 'speech-drills', title: 'speech-drills' })
    expect(await dataOf(shown, 'about')).not.toHaveProperty('licence')
  })
})

describe('nothing is served', () => {
  test('with an error in the drills, which is printed', async () => {
    const shown = await site(
      corpusOnDisk({ [paths.round]: edit(valid.round, 'difficulty: core', 'difficulty: hard') }),
    )
    expect(shown).toMatchObject({
      code: 1,
      stderr: 'drills: nothing is served, because of the errors above\n',
      files: undefined,
    })
    expect(shown.stdout).toMatch(/ error 5:13 {2}schema\n[\s\S]*✖ 1 error and 0 warnings in 5 files\n$/)
  })

  test.each([
    ['--port x', 'flag `--port` takes a whole number from 0 to 65535, not `x`'],
    ['--port 65536', 'flag `--port` takes a whole number from 0 to 65535, not `65536`'],
    ['--port=-1', 'flag `--port` takes a whole number from 0 to 65535, not `-1`'],
    ['--prot 1', 'unknown flag `--prot`; did you mean `--port`?'],
    ['drills', '`drills site` takes no paths: the site always shows all drills'],
  ])('for %s', async (line, message) => {
    expect(await site(corpusOnDisk(), line.split(' '))).toMatchObject({
      code: 2,
      stdout: '',
      stderr: `drills: ${message}\n`,
      files: undefined,
    })
  })

  test('where the tool has no site yet', async () => {
    const empty = {} as typeof app
    expect(await site(corpusOnDisk(), [], empty)).toMatchObject({
      code: 2,
      stderr: `drills: the practice site is not built; run \`npm run site -- --shell\` in \`${tool.replace(/\/$/, '')}\`\n`,
      files: undefined,
    })
  })

  test('where the port can’t be had', async () => {
    const refuse = async (): Promise<never> => {
      throw new UsageError('port 4174 is taken; choose another with `--port <n>`')
    }
    const ran = await drills(['site'], {
      cwd: corpusOnDisk(),
      reader: readerWith(app),
      serve: refuse,
      stopped: async () => undefined,
    })
    expect(ran).toEqual({
      code: 2,
      stdout: '',
      stderr: 'drills: port 4174 is taken; choose another with `--port <n>`\n',
    })
  })
})

test('`--port 0` asks for any port', async () => {
  expect((await site(corpusOnDisk(), ['--port', '0'])).port).toBe(0)
})
