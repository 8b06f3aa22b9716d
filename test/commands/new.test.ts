import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { PassThrough, Writable } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fileReader } from '../../src/io/file-reader.ts'
import type { Io } from '../../src/io/io.ts'
import { historyOf, valid } from '../support/corpus.ts'
import { incidentSamples } from '../support/samples.ts'
import { corpusOnDisk, drills, put, type Ran, temporaryFolder } from '../support/terminal.ts'

const flags = ['--difficulty', 'core', '--category', 'speech', '--topic', 'asr']

const corpus = (files: Readonly<Record<string, string>> = {}): string =>
  corpusOnDisk({
    'drills/incidents/empty-search-results.md': valid.incident,
    ...incidentSamples(),
    ...files,
  })

const make = (cwd: string, args: readonly string[], io: Partial<Io> = {}): Promise<Ran> =>
  drills(['new', ...args], { cwd, reader: fileReader, ...io })

const text = (root: string, file: string): string => readFileSync(path.join(root, file), 'utf8')

/** Every file below a folder. */
const tree = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort()

/** What is found in a new round: what waits to be written, and samples that may come later. */
const gaps = ['placeholder', 'samples']

/** The rules that find something in a corpus besides its valid drills. */
async function rulesIn(cwd: string): Promise<string[]> {
  const { stdout } = await drills(['lint', '--format', 'json'], { cwd, reader: fileReader })
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { rule: string }[] }
  return [...new Set(diagnostics.map(({ rule }) => rule))].sort()
}

describe('a new drill', () => {
  test('is written, its path printed, and the next step told', async () => {
    const root = corpus()
    const ran = await make(root, ['round', 'Café orders by phone', ...flags, '--model', 'asr,llms'])
    expect(ran).toEqual({
      code: 0,
      stdout: 'drills/rounds/cafe-orders-by-phone.md\n',
      stderr:
        'drills: wrote a round with 40 placeholders; replace each, `drills lint drills/rounds/cafe-orders-by-phone.md` lists them\n' +
        'drills: answers of candidates go into `drills/samples/cafe-orders-by-phone/<name>.md`, a middling and a strong one; they may come later\n',
    })
    const written = text(root, 'drills/rounds/cafe-orders-by-phone.md')
    expect(written).toMatch(
      /^---\nid: cafe-orders-by-phone\nkind: round\ndifficulty: core\ncategories: \[speech\]\ntopics: \[asr\]\n---\n\n# Café orders by phone\n\n## Prompt\n/,
    )
    expect(written).toContain(
      '### Model path\n\n- **ASR:** TODO: what the design needs of it.\n- **LLM:** TODO',
    )
    expect(await rulesIn(root)).toEqual(gaps)
  })

  test.each([
    ['incident', 'drills/incidents/no-sound.md', 'an incident with 35 placeholders', gaps],
    ['question', 'drills/questions/no-sound.md', 'a question with 6 placeholders', ['placeholder']],
  ])('%s', async (kind, file, what, rules) => {
    const root = corpus()
    const { code, stdout, stderr } = await make(root, [kind, 'No sound', ...flags])
    expect([code, stdout]).toEqual([0, `${file}\n`])
    expect(stderr).toContain(`wrote ${what};`)
    expect(text(root, file)).toContain(`kind: ${kind}\n`)
    expect(await rulesIn(root)).toEqual(rules)
  })

  test('takes values that are repeated or separated by commas, each once', async () => {
    const root = corpus()
    const values = [
      '--category',
      'speech, mlops',
      '--category=speech',
      '--topic',
      'asr,vad',
      '--topic',
      'tts',
      '--topic',
      'asr',
    ]
    const models = ['--model', 'TTS,speech recognizers', '--model', 'direct-speech-model']
    await make(root, [
      'round',
      'No sound',
      '--difficulty',
      'expert',
      '--order',
      '3',
      '--id',
      'silence',
      ...values,
      ...models,
    ])
    const written = text(root, 'drills/rounds/silence.md')
    expect(written).toContain(
      'id: silence\nkind: round\norder: 3\ndifficulty: expert\ncategories: [speech, mlops]\ntopics: [asr, vad, tts]\n',
    )
    expect(written.match(/^- \*\*(TTS|ASR|Direct speech model):\*\*/gm)).toHaveLength(3)
    expect(await rulesIn(root)).toEqual(gaps)
  })

  test('a question lists the components that it is about', async () => {
    const root = corpus()
    await make(root, ['question', 'No sound', ...flags, '--model', 'speech recognizers,codec'])
    expect(text(root, 'drills/questions/no-sound.md')).toContain(
      'topics: [asr]\ncomponents: [asr, codec]\n---\n',
    )
    expect(await rulesIn(root)).toEqual(['placeholder'])
  })

  test('may bear the name of a sample', async () => {
    const { code, stdout } = await make(corpus(), ['round', 'Strong', ...flags])
    expect([code, stdout]).toEqual([0, 'drills/rounds/strong.md\n'])
  })

  test('is named from the working directory', async () => {
    const root = corpus()
    const { stdout, stderr } = await make(path.join(root, 'drills/incidents'), [
      'round',
      'No sound',
      ...flags,
    ])
    expect(stdout).toBe('../rounds/no-sound.md\n')
    expect(stderr).toContain('`drills lint ../rounds/no-sound.md`')
    expect(existsSync(path.join(root, 'drills/rounds/no-sound.md'))).toBe(true)
  })

  test('gets the folder of its kind when there is none yet', async () => {
    const root = corpus()
    expect(existsSync(path.join(root, 'drills/questions'))).toBe(false)
    expect((await make(root, ['question', 'No sound', ...flags])).code).toBe(0)
    expect(existsSync(path.join(root, 'drills/questions/no-sound.md'))).toBe(true)
  })
})

describe('wrong usage is told in one line, and nothing is written', () => {
  const categories =
    '`fundamentals`, `system-design`, `serving`, `mlops`, `debugging`, `evaluation` or `speech`'

  test.each<[readonly string[], string]>([
    [
      [],
      `missing: the kind (\`round\`, \`incident\` or \`question\`), the title, \`--difficulty\` (\`core\`, \`advanced\` or \`expert\`), \`--category\` (${categories}), \`--topic\` (such as \`streaming-asr\`); see \`drills new --help\``,
    ],
    [
      ['round', 'No sound', '--category', 'speech', '--difficulty', 'core'],
      'missing: `--topic` (such as `streaming-asr`); see `drills new --help`',
    ],
    [['rounds', 'No sound', ...flags], 'unknown kind `rounds`; did you mean `round`?'],
    [['tracks', 'No sound'], 'unknown kind `tracks`; did you mean `track`?'],
    [
      ['round', 'No sound', ...flags, '--drill', 'x'],
      'flag `--drill` goes with a track only: `drills new track <title>`',
    ],
    [['No sound', ...flags], 'unknown kind `No sound`; expected `round`, `incident`, `question` or `track`'],
    [
      ['round', 'No', 'sound', ...flags],
      'unexpected word `sound` after the title; put the whole title in quotes',
    ],
    [['round', ' \n ', ...flags], 'the title is empty; expected words'],
    [
      ['round', 'No sound', ...flags, '--difficulty', 'hard'],
      'unknown difficulty `hard`; expected `core`, `advanced` or `expert`',
    ],
    [
      ['round', 'No sound', ...flags, '--difficulty', 'advancd'],
      'unknown difficulty `advancd`; did you mean `advanced`?',
    ],
    [
      ['round', 'No sound', ...flags, '--category', 'sistem-design'],
      'unknown category `sistem-design`; did you mean `system-design`?',
    ],
    [
      ['round', 'No sound', ...flags, '--category', 'audio'],
      `unknown category \`audio\`; expected ${categories}`,
    ],
    [
      ['round', 'No sound', ...flags, '--category', 'serving,mlops,debugging'],
      'too many categories: 4, expected at most 3',
    ],
    [['round', 'No sound', '--category', ',', ...flags.slice(0, 2)], 'no categories; expected 1 to 3'],
    [
      ['round', 'No sound', ...flags, '--topic', 'Code Switching'],
      'unexpected topic `Code Switching`; did you mean `code-switching`?',
    ],
    [
      ['round', 'No sound', ...flags, '--topic', '東京'],
      'unexpected topic `東京`; expected words of the letters a to z and digits, joined by hyphens',
    ],
    [
      ['round', 'No sound', ...flags, '--topic', 'x'.repeat(49)],
      `topic \`${'x'.repeat(49)}\` has 49 characters, expected at most 48`,
    ],
    [['round', 'No sound', ...flags, '--topic', 'b,c,d,e,f,g,h,i'], 'too many topics: 9, expected at most 8'],
    [
      ['round', 'No sound', ...flags, '--model', 'rerankr'],
      'unknown component `rerankr`; did you mean `reranker`?',
    ],
    [
      ['round', 'No sound', ...flags, '--model', 'vocoder'],
      'unknown component `vocoder`; expected `asr`, `tts`, `llm`, `embedding`, `reranker`, `codec` or `direct-speech-model`',
    ],
    [['round', 'No sound', ...flags, '--model', ''], 'no component; omit `--model`'],
    [
      ['question', 'No sound', ...flags, '--model', 'asr,tts,llm,codec,reranker'],
      'too many components: 5, expected at most 4 in a question',
    ],
    [
      ['round', 'No sound', ...flags, '--order', '0'],
      'flag `--order` takes a whole number from 1 to 9999, not `0`',
    ],
    [
      ['round', 'No sound', ...flags, '--order', '10000'],
      'flag `--order` takes a whole number from 1 to 9999, not `10000`',
    ],
    [
      ['round', 'No sound', ...flags, '--order', '1.5'],
      'flag `--order` takes a whole number from 1 to 9999, not `1.5`',
    ],
    [
      ['round', 'No sound', ...flags, '--order', '1'],
      'order `1` is taken by `drills/rounds/voice-note-search.md`; `2` is free',
    ],
    [
      ['round', 'No sound', ...flags, '--id', 'No Sound'],
      'unexpected id `No Sound`; did you mean `no-sound`?',
    ],
    [
      ['round', 'No sound', ...flags, '--id', '3-sounds'],
      'unexpected id `3-sounds`; expected words of the letters a to z and digits, joined by hyphens, beginning with a letter',
    ],
    [
      ['round', 'No sound', ...flags, '--id', '../../sound'],
      'unexpected id `../../sound`; did you mean `sound`?',
    ],
    [['round', 'No sound', ...flags, '--id', 'ab'], 'id `ab` has 2 characters, expected 3 to 64'],
    [
      ['round', 'No sound', ...flags, '--id', 'lpt1'],
      'id `lpt1` is reserved by a file system or a language; expected another one',
    ],
    [
      ['round', 'Constructor', ...flags],
      'id `constructor` is reserved by a file system or a language; expected another one; name one with `--id`',
    ],
    [['round', '東京', ...flags], 'the title `東京` gives no id; name one with `--id`'],
    [['round', '!!!', ...flags], 'the title `!!!` gives no id; name one with `--id`'],
    [
      ['round', 'a'.repeat(300), ...flags],
      `id \`${'a'.repeat(59)}…\` has 300 characters, expected 3 to 64; name one with \`--id\``,
    ],
    [['round', 'No sound', ...flags, '--titel', 'x'], 'unknown flag `--titel`; see `drills new --help`'],
  ])('drills new %j', async (args, message) => {
    const root = corpus()
    const before = tree(root)
    expect(await make(root, args)).toEqual({ code: 2, stdout: '', stderr: `drills: ${message}\n` })
    expect(tree(root)).toEqual(before)
  })

  test('no corpus', async () => {
    const { code, stderr } = await make(temporaryFolder(), ['round', 'No sound', ...flags])
    expect(code).toBe(2)
    expect(stderr).toMatch(/^drills: no drills here: .*\n$/)
  })

  test('definition documents that can’t be used', async () => {
    const root = corpus({ 'drills/rubric.md': '# Rubric\n' })
    expect(await make(root, ['round', 'No sound', ...flags])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'drills: the definition documents can’t be used; `drills lint` says what is wrong\n',
    })
  })
})

describe('an id is given once and for ever', () => {
  const refused = async (root: string, args: readonly string[], message: string): Promise<void> => {
    const before = tree(root)
    expect(await make(root, [...args, ...flags])).toEqual({
      code: 2,
      stdout: '',
      stderr: `drills: ${message}\n`,
    })
    expect(tree(root)).toEqual(before)
  }

  test('in the same folder: nothing is overwritten', async () => {
    const root = corpus()
    await refused(
      root,
      ['round', 'Another search', '--id', 'voice-note-search'],
      'the id `voice-note-search` is taken by `drills/rounds/voice-note-search.md`',
    )
    expect(text(root, 'drills/rounds/voice-note-search.md')).toBe(valid.round)
  })

  test('in another folder, also by the name of a file that can’t be read as a drill', async () => {
    await refused(
      corpus(),
      ['question', 'Empty search, results'.replace(',', ':'), '--id', 'empty-search-results'],
      'the title `Empty search: results` is taken by `drills/incidents/empty-search-results.md`; expected another one',
    )
    await refused(
      corpus(),
      ['question', 'Nothing found', '--id', 'empty-search-results'],
      'the id `empty-search-results` is taken by `drills/incidents/empty-search-results.md`',
    )
    await refused(
      corpus({ 'drills/incidents/Broken-File.markdown': '---\nid: [\n' }),
      ['round', 'Broken file'],
      'the id `broken-file` is taken by `drills/incidents/Broken-File.markdown`; name one with `--id`',
    )
  })

  test.each([
    ['renamed:\n  old-search: voice-note-search\n'],
    [
      'split:\n  old-search: { ids: [voice-note-search, empty-search-results], reason: they are two drills now }\n',
    ],
    ['retired:\n  old-search: nobody asks it\n'],
  ])('among the redirects: %j', async (yaml) => {
    await refused(
      corpus({ 'drills/redirects.yml': yaml }),
      ['round', 'Old search'],
      'the id `old-search` is taken by `drills/redirects.yml`: ids are permanent; name one with `--id`',
    )
  })

  test('among redirects that can’t be read', async () => {
    await refused(
      corpus({ 'drills/redirects.yml': 'renamed: [\n' }),
      ['round', 'Old search'],
      '`drills/redirects.yml` can’t be read, but holds ids; `drills lint` says why',
    )
  })

  test('among what was published', async () => {
    const { published = '' } = historyOf(['old-search'])
    await refused(
      corpus({ 'history/published.json': published }),
      ['round', 'Something', '--id', 'old-search'],
      'the id `old-search` is taken by `history/published.json`: ids are permanent',
    )
  })

  test('among what was published and redirected, though the redirect is gone', async () => {
    const { published = '' } = historyOf([], {}, { retired: { 'old-search': 'nobody asks it' } })
    await refused(
      corpus({ 'history/published.json': published }),
      ['round', 'Something', '--id', 'old-search'],
      'the id `old-search` is taken by `history/published.json`: ids are permanent',
    )
  })
})

describe('warnings', () => {
  test('a name that is nearly that of another drill', async () => {
    const { code, stdout, stderr } = await make(corpus(), ['round', 'Search voice notes', ...flags])
    expect([code, stdout]).toEqual([0, 'drills/rounds/search-voice-notes.md\n'])
    expect(stderr.split('\n')[0]).toBe(
      'drills: warning: it is named nearly like `voice-note-search` (drills/rounds/voice-note-search.md); make sure that it is another drill',
    )
  })

  test('a topic that is nearly one of another drill', async () => {
    const known = valid.round.replace('topics: [asr]', 'topics: [code-switching]')
    const root = corpus({ 'drills/rounds/voice-note-search.md': known })
    const { code, stderr } = await make(root, ['round', 'No sound', ...flags, '--topic', 'code-swiching'])
    expect(code).toBe(0)
    expect(stderr.split('\n')[0]).toBe(
      'drills: warning: no other drill has the topic `code-swiching`; did you mean `code-switching`?',
    )
  })
})

describe('a place that can’t be written to', () => {
  const elsewhere = (): string => {
    const root = corpus()
    rmSync(path.join(root, 'drills/rounds'), { recursive: true })
    return root
  }

  test.runIf(process.getuid?.() !== 0)('without permission', async () => {
    const root = corpus()
    chmodSync(path.join(root, 'drills/rounds'), 0o555)
    const ran = await make(root, ['round', 'No sound', ...flags])
    chmodSync(path.join(root, 'drills/rounds'), 0o755)
    expect(ran).toEqual({
      code: 2,
      stdout: '',
      stderr: 'drills: can’t write `drills/rounds/no-sound.md`: no permission\n',
    })
  })

  test('a file in place of the folder', async () => {
    const root = elsewhere()
    put(root, { 'drills/rounds': 'not a folder' })
    expect(await make(root, ['round', 'No sound', ...flags])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'drills: can’t write `drills/rounds/no-sound.md`: its folder is a file\n',
    })
  })

  test('a link in place of the folder', async () => {
    const root = elsewhere()
    const outside = temporaryFolder()
    symlinkSync(outside, path.join(root, 'drills/rounds'))
    expect(await make(root, ['round', 'No sound', ...flags])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'drills: can’t write `drills/rounds/no-sound.md`: its folder is a link\n',
    })
    expect(readdirSync(outside)).toEqual([])
  })

  test('a folder, or a link to nothing, of that name', async () => {
    const root = corpus()
    mkdirSync(path.join(root, 'drills/rounds/no-sound.md'))
    symlinkSync('/nowhere/at/all', path.join(root, 'drills/rounds/no-light.md'))
    for (const id of ['no-sound', 'no-light']) {
      const { code, stderr } = await make(root, ['round', 'Silence', '--id', id, ...flags])
      expect([code, stderr]).toEqual([2, `drills: the id \`${id}\` is taken by \`drills/rounds/${id}.md\`\n`])
    }
  })
})

describe('hostile titles', () => {
  test.each([
    ['Line\nbreak: x\r\n---\nkind: question', 'Line break: x --- kind: question'],
    ['--- # `code` *bold* <b>', '--- \\# \\`code\\` \\*bold\\* \\<b\\>'],
    ['`/search` and "quotes": [a](b)', '\\`/search\\` and "quotes": \\[a\\](b)'],
    ['Notes behind `/search`', 'Notes behind `/search`'],
    ['../../etc/passwd', '../../etc/passwd'],
    [
      '{{ template }} {% x %} $$ ~~y~~ [^1] [[wiki]]',
      '\\{\\{ template \\}\\} \\{\\% x \\%\\} \\$\\$ \\~\\~y\\~\\~ \\[\\^1\\] \\[\\[wiki\\]\\]',
    ],
    ['a | b | --- | --- #', 'a \\| b \\| --- \\| --- \\#'],
    [`${'very '.repeat(60)}long`, `${'very '.repeat(60)}long`],
    ['TODO', 'TODO'],
  ])('%j', async (title, heading) => {
    const root = corpus()
    const before = tree(root)
    const { code, stdout } = await make(root, [...flags, '--id', 'hostile-title', '--', 'round', title])
    expect([code, stdout]).toEqual([0, 'drills/rounds/hostile-title.md\n'])
    const written = text(root, 'drills/rounds/hostile-title.md')
    expect(written.split('\n')[8]).toBe(`# ${heading}`)
    expect(tree(root)).toEqual([...before, 'drills/rounds/hostile-title.md'].sort())
    expect(await rulesIn(root)).toEqual(gaps)
  })

  test('without an id of its own, a path stays a name', async () => {
    const root = corpus()
    const { stdout } = await make(root, ['round', '../../etc/passwd', ...flags])
    expect(stdout).toBe('drills/rounds/etc-passwd.md\n')
  })

  test.each([
    [
      '\u001b[31mred',
      '`\\x1b[31mred` can’t be written. Unexpected control character (U+001B), expected text',
    ],
    [
      'zero\u200bwidth',
      '`zero\\u{200b}width` can’t be written. Unexpected zero-width character (U+200B), expected nothing in its place',
    ],
    [
      '\u202eback',
      '`\\u{202e}back` can’t be written. Unexpected text direction control (U+202E), expected text without it',
    ],
    [
      'See https://x.example/y',
      'can’t be written. Unexpected bare address `https://x.example/y`, expected a link with words (`[title](https://…)`)',
    ],
  ])('%j is refused', async (title, message) => {
    const root = corpus()
    const before = tree(root)
    const ran = await make(root, ['round', title, '--id', 'hostile-title', ...flags])
    expect(ran).toEqual({ code: 2, stdout: '', stderr: `drills: the title ${message}\n` })
    expect(tree(root)).toEqual(before)
  })

  test('whatever the title, it is refused in one line, or the drill has nothing but gaps', async () => {
    const root = corpus()
    const before = tree(root)
    const file = 'drills/rounds/hostile-title.md'
    const mark = fc.constantFrom(...'\\`*_[]<>()&#~|{}$%^!-+.:;=" \'\n\r\taeé1東\u001b\u200b/@'.split(''))
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: mark, minLength: 1, maxLength: 30 }), async (title) => {
        rmSync(path.join(root, file), { force: true })
        const { code, stderr } = await make(root, [...flags, '--id', 'hostile-title', '--', 'round', title])
        if (code === 0) {
          expect(tree(root)).toEqual([...before, file].sort())
          expect(await rulesIn(root)).toEqual(gaps)
        } else {
          expect([code, stderr.match(/\n/g)?.length]).toEqual([2, 1])
          expect(tree(root)).toEqual(before)
        }
      }),
      { numRuns: 20, seed: 11 },
    )
  })
})

describe('in a terminal', () => {
  /** A terminal in which the same keys are pressed at every question. */
  function terminal(keys: string, isTTY = true): { io: Partial<Io>; drawn: () => string } {
    let drawn = ''
    const input = Object.assign(new PassThrough(), { isTTY, setRawMode: () => undefined })
    const output = new Writable({
      write: (chunk, _, done) => {
        drawn += String(chunk)
        done()
        if (/\u001b\[\?25l/.test(String(chunk))) setImmediate(() => input.write(keys))
      },
    })
    return { io: { terminal: true, streams: () => ({ input, output }) }, drawn: () => drawn }
  }

  const missing = ['round', 'No sound', '--category', 'speech', '--topic', 'asr', '--model', 'asr']

  test('what is missing is asked', async () => {
    const root = corpus()
    const { io, drawn } = terminal('\r')
    const { code, stdout } = await make(root, missing, io)
    expect([code, stdout]).toEqual([0, 'drills/rounds/no-sound.md\n'])
    expect(drawn()).toContain('Difficulty')
    expect(text(root, 'drills/rounds/no-sound.md')).toContain('difficulty: core\n')
  })

  test('a whole command line asks nothing, not even what may be left out', async () => {
    const { io, drawn } = terminal('\r')
    expect((await make(corpus(), ['round', 'No sound', ...flags], io)).code).toBe(0)
    expect(drawn()).toBe('')
  })

  test('a wrong value is told before anything is asked', async () => {
    const { io, drawn } = terminal('\r')
    const { code, stderr } = await make(corpus(), [...missing, '--order', '1'], io)
    expect([code, drawn()]).toEqual([2, ''])
    expect(stderr).toContain('order `1` is taken')
  })

  test('cancelled', async () => {
    const root = corpus()
    const before = tree(root)
    const ran = await make(root, missing, terminal('\u0003').io)
    expect(ran).toEqual({ code: 2, stdout: '', stderr: 'drills: cancelled; nothing was written\n' })
    expect(tree(root)).toEqual(before)
  })

  test.each<[string, Partial<Io>]>([
    ['whose output goes elsewhere', { terminal: false }],
    ['that can’t move its cursor', { env: { TERM: 'dumb' } }],
    ['whose input comes from elsewhere', terminal('\r', false).io],
  ])('%s, nothing is asked', async (_, changes) => {
    const { io, drawn } = terminal('\r')
    const { code, stderr } = await make(corpus(), missing, { ...io, ...changes })
    expect([code, drawn()]).toEqual([2, ''])
    expect(stderr).toBe(
      'drills: missing: `--difficulty` (`core`, `advanced` or `expert`); see `drills new --help`\n',
    )
  })
})

test('help names every flag and fits 80 columns', async () => {
  const { stdout } = await drills(['new', '--help'])
  for (const flag of ['id', 'category', 'topic', 'model', 'difficulty', 'order', 'no-color'])
    expect(stdout).toMatch(new RegExp(`^  --${flag} `, 'm'))
  expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([])
})
