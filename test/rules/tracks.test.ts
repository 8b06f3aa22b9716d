import { describe, expect, test } from 'vitest'
import { lint as lintCorpus } from '../../src/lint/lint.ts'
import { edit, type Files, findings, inputOf, lintFiles, paths, valid } from '../support/corpus.ts'
import { report } from '../support/found.ts'
import { track, trackPath } from '../support/tracks.ts'

const file = trackPath('first-week')
const drills = {
  [paths.round]: valid.round,
  [paths.incident]: valid.incident,
  [paths.question]: valid.question,
}

const lint = (text: string, more: Files = {}): string[] => report({ [file]: text, ...drills, ...more })
const listing = (ids: readonly string[], more: Files = {}): string[] => lint(track({ drills: ids }), more)

/** The valid incident with another status or difficulty. */
const incident = (to: string): Files => ({
  [paths.incident]: edit(valid.incident, 'difficulty: core', to),
})
const round = (to: string): Files => ({ [paths.round]: edit(valid.round, 'difficulty: core', to) })

test('a track through published drills leaves nothing to find', () => {
  expect(lint(track())).toEqual([])
  expect(
    lint(
      edit(track(), 'drills: [what', 'drills:\n  - what')
        .replaceAll(/, (?=voice|empty)/g, '\n  - ')
        .replace(']', ''),
    ),
  ).toEqual([])
})

describe('the ids of a track', () => {
  test('that no drill bears', () => {
    expect(listing(['what-is-recall', 'voice-notes-search'])).toEqual([
      '4:26-4:44 «voice-notes-search» tracks: Unexpected unknown drill `voice-notes-search`, expected the id of a published one; did you mean `voice-note-search`?',
    ])
    expect(listing(['something-else', 'what-is-recall'])).toEqual([
      '4:10-4:24 «something-else» tracks: Unexpected unknown drill `something-else`, expected the id of a published one',
    ])
    expect(listing(['constructor', 'what-is-recall'])).toEqual([
      '4:10-4:21 «constructor» tracks: Unexpected unknown drill `constructor`, expected the id of a published one',
    ])
  })

  test('that is there twice, once for each time too many', () => {
    expect(listing(['what-is-recall', 'voice-note-search', 'what-is-recall', 'what-is-recall'])).toEqual([
      '4:45-4:59 «what-is-recall» tracks: Unexpected second `what-is-recall`, expected each drill once in a track',
      '4:61-4:75 «what-is-recall» tracks: Unexpected second `what-is-recall`, expected each drill once in a track',
    ])
    // That it is unknown is told once.
    const [unknown, found, ...more] = findings({ [file]: track({ drills: ['gone', 'gone'] }) }, 'tracks')
    expect([unknown?.column, more]).toEqual([10, []])
    expect(found?.related).toEqual([
      { file, line: 4, column: 10, endLine: 4, endColumn: 14, message: 'it is here already' },
    ])
  })

  test('of a draft or a deprecated drill', () => {
    const both = ['what-is-recall', 'empty-search-results']
    expect(listing(both, incident('difficulty: core\nstatus: draft'))).toEqual([
      '4:26-4:46 «empty-search-results» tracks: Unexpected draft `empty-search-results`, expected a drill that is published',
    ])
    expect(listing(both, incident('difficulty: core\nstatus: deprecated'))).toEqual([
      '4:26-4:46 «empty-search-results» tracks: Unexpected deprecated drill `empty-search-results`, expected one that is to stay',
    ])
    // Neither is what a misspelt id is taken for.
    const misspelt = ['what-is-recall', 'empty-search-result']
    expect(listing(misspelt, incident('difficulty: core\nstatus: draft'))).toEqual([
      '4:26-4:45 «empty-search-result» tracks: Unexpected unknown drill `empty-search-result`, expected the id of a published one',
    ])
  })

  test('that was renamed, split or retired', () => {
    const redirected = (redirects: string): string[] =>
      listing(['what-is-recall', 'old-name'], { [paths.redirects]: redirects })
    expect(redirected('renamed: { old-name: voice-note-search }\n')).toEqual([
      '4:26-4:34 «old-name» tracks: Unexpected drill `old-name`, which was renamed, expected `voice-note-search`',
    ])
    expect(
      redirected(
        'split: { old-name: { ids: [voice-note-search, empty-search-results], reason: there were two in it } }\n',
      ),
    ).toEqual([
      '4:26-4:34 «old-name» tracks: Unexpected drill `old-name`, which was split, expected `voice-note-search` or `empty-search-results`',
    ])
    expect(redirected('retired: { old-name: nobody asked }\n')).toEqual([
      '4:26-4:34 «old-name» tracks: Unexpected drill `old-name`, which was retired, expected a drill that is published',
    ])
    // Of a chain the rule about redirects tells; here its end counts.
    const chain = 'renamed: { old-name: older-name, older-name: voice-note-search }\n'
    expect(redirected(chain).filter((line) => line.includes('tracks:'))).toEqual([
      '4:26-4:34 «old-name» tracks: Unexpected drill `old-name`, which was renamed, expected `voice-note-search`',
    ])
    const nowhere = 'renamed: { old-name: nothing-there }\n'
    expect(redirected(nowhere).filter((line) => line.includes('tracks:'))).toEqual([
      '4:26-4:34 «old-name» tracks: Unexpected unknown drill `old-name`, expected the id of a published one',
    ])
  })

  test('what to write instead goes along as data', () => {
    const expected = (ids: readonly string[], redirects?: string): unknown =>
      findings({ [file]: track({ drills: ids }), ...drills, [paths.redirects]: redirects }, 'tracks').map(
        (found) => found.expected,
      )
    expect(expected(['what-is-recal', 'voice-note-search'])).toEqual([['what-is-recall']])
    expect(expected(['old', 'voice-note-search'], 'renamed: { old: what-is-recall }\n')).toEqual([
      ['what-is-recall'],
    ])
    expect(expected(['zzz', 'voice-note-search'])).toEqual([undefined])
  })

  test('of a drill that can’t be read is no finding: it is broken, not gone', () => {
    const unread = { [paths.question]: new Uint8Array([0x23, 0xff]) }
    const found = listing(['what-is-recall', 'voice-note-search'], unread)
    expect(found).not.toEqual([])
    expect(found.filter((line) => line.includes('tracks:'))).toEqual([])
    // The name of a track is not that of a drill.
    const tracks = {
      [trackPath('what-is-recall')]: new Uint8Array([0x23, 0xff]),
      [paths.question]: undefined,
    }
    expect(listing(['what-is-recall', 'voice-note-search'], tracks)).toContainEqual(
      expect.stringContaining('tracks: Unexpected unknown drill `what-is-recall`'),
    )
  })
})

describe('difficulty', () => {
  const order = ['what-is-recall', 'voice-note-search', 'empty-search-results']
  const warned = (...files: Files[]): string[] => listing(order, Object.assign({}, ...files))
  const jump = (id: string, from: number): string =>
    `4:${from}-4:${from + id.length} «${id}» (warning) tracks: Unexpected jump from core to the expert drill \`${id}\`, expected an advanced one before it`

  test('a jump from core to expert is warned about once', () => {
    expect(warned(incident('difficulty: expert'))).toEqual([jump('empty-search-results', 45)])
    expect(warned(round('difficulty: expert'), incident('difficulty: expert'))).toEqual([
      jump('voice-note-search', 26),
    ])
    expect(warned(round('difficulty: expert'))).toEqual([jump('voice-note-search', 26)])
  })

  test('an advanced drill anywhere before it is a step, and so may be one that is not known', () => {
    expect(warned(round('difficulty: advanced'), incident('difficulty: expert'))).toEqual([])
    const others = { ...round('difficulty: advanced'), ...incident('difficulty: expert') }
    expect(listing(['voice-note-search', 'what-is-recall', 'empty-search-results'], others)).toEqual([])
    // Later it is none.
    expect(listing(['what-is-recall', 'empty-search-results', 'voice-note-search'], others)).toEqual([
      jump('empty-search-results', 26),
    ])
    expect(
      report(
        {
          [file]: track({ drills: order }),
          ...drills,
          ...round('difficulty: hard'),
          ...incident('difficulty: expert'),
        },
        'tracks',
      ),
    ).toEqual([])
    const unknown = listing(['what-is-recall', 'zzz', 'empty-search-results'], incident('difficulty: expert'))
    expect(unknown).toHaveLength(1)
  })

  test('a track of experts needs none', () => {
    expect(listing(['empty-search-results', 'what-is-recall'], incident('difficulty: expert'))).toEqual([])
  })
})

describe('two tracks', () => {
  const other = trackPath('search')
  const both = (given: Parameters<typeof track>[0]): string[] =>
    report({
      [other]: track({ id: 'search', order: 2, title: 'Search', ...given }),
      [file]: track(),
      ...drills,
    })

  test('of different names and places', () => {
    expect(both({})).toEqual([])
    // A drill may have them.
    expect(both({ title: 'Voice note search' })).toEqual([])
  })

  test('of one order, with the lowest that is free', () => {
    expect(both({ order: 1 })).toEqual([
      '3:8-3:9 «1» tracks: Unexpected order `1`, which `drills/tracks/first-week.md` uses too, expected one of its own, such as `2`',
    ])
  })

  test('of one title, however it is written', () => {
    expect(both({ title: 'Your First Week!' })).toEqual([
      '7:1-7:19 «# Your First Week!» tracks: Unexpected title `Your First Week!`, which `drills/tracks/first-week.md` uses too, expected one of its own',
    ])
  })

  test('without titles have none in common', () => {
    const untitled = (text: string): string => text.replace(/^# .*\n\n/m, '')
    const both = { [other]: untitled(track({ id: 'search', order: 2 })), [file]: untitled(track()) }
    expect(report({ ...both, ...drills }, 'tracks')).toEqual([])
  })

  test('of one id: the one that is not called so is wrong', () => {
    const [shared, named] = both({ id: 'first-week' }).reverse()
    expect(shared).toBe(
      '2:5-2:15 «first-week» tracks: Unexpected id `first-week`, which `drills/tracks/first-week.md` uses too, expected one of its own',
    )
    expect(named).toMatch(/^2:5-2:15 «first-week» file-name: /)
    // Whichever is read first.
    const early = trackPath('a')
    const found = findings(
      { [early]: track({ order: 2, title: 'Early' }), [file]: track(), ...drills },
      'tracks',
    )
    expect(found.map(({ file: at, related }) => [at, related?.[0]?.file])).toEqual([[early, file]])
  })

  test('of which a change touches one: that is the one to change', () => {
    const files = { [file]: track(), [other]: track({ id: 'search', title: 'Search' }), ...drills }
    const blamed = (recent: readonly string[]): string[] =>
      lintCorpus({ ...inputOf(files), recent }, () => undefined).diagnostics.flatMap((found) =>
        found.rule === 'tracks' ? [found.file] : [],
      )
    expect(blamed([])).toEqual([other])
    expect(blamed([file])).toEqual([file])
  })
})

describe('the file of a track', () => {
  test('has its name and its place', () => {
    const at = (name: string, text: string): string[] => report({ [name]: text, ...drills })
    expect(at('drills/tracks/other.md', track())).toEqual([
      '2:5-2:15 «first-week» file-name: Unexpected id `first-week` in a file named `other.md`, expected the file name `first-week.md` or the id `other`',
    ])
    expect(at('drills/tracks/deep/first-week.md', track())).toEqual([
      '1:1-1:1 «» file-name: Unexpected track in `drills/tracks/deep/`, expected it in `drills/tracks/`',
    ])
    expect(at('drills/tracks/first-week.markdown', track())).toEqual([
      '1:1-1:1 «» file-name: Unexpected file extension `.markdown`, expected `.md`',
    ])
  })

  test('is as its schema says', () => {
    expect(lint(track({ drills: ['what-is-recall'] }))).toEqual([
      expect.stringMatching(/^4:9-4:25 «\[what-is-recall\]» schema: .*at least 2/),
    ])
    expect(lint(edit(track(), 'order: 1\n', ''))).toEqual([expect.stringMatching(/ schema: .*`order`/)])
    expect(lint(edit(track(), 'order: 1', 'order: 1\nlevel: core'))).toEqual([
      expect.stringMatching(/^4:1-4:6 «level» schema: /),
    ])
    expect(lint('---\nname: x\n---\n\n# X\n\nWords.\n')).toEqual([
      '1:1-1:4 «---» front-matter: Unexpected file `first-week.md` without the keys of a track (`id`, `order` and `drills`), expected tracks only; add them, or move it out of `drills/tracks/`',
    ])
  })

  test('holds a title and a text', () => {
    const missing = edit(track(), '# Your first week\n\n', '')
    expect(lint(missing)).toEqual([expect.stringContaining('title: Unexpected missing title')])
    expect(lint(track({ body: '' }))).toEqual([
      '7:1-7:18 «# Your first week» sections: Unexpected track `Your first week` without a text, expected a paragraph below its title for whom it is and why',
    ])
    expect(lint(track({ body: 'For you.\n\n## More\n\nLost.' }))).toEqual([
      '11:1-11:8 «## More» sections: Unexpected heading `More` in a track, expected its title only; text under other headings would be lost',
    ])
    expect(lint(edit(track(), '# Your', 'Before.\n\n# Your'))).toEqual([
      '7:1-7:8 «Before.» sections: Unexpected text before the title, expected it below the title',
    ])
    const defined = edit(track({ body: 'See [it][r].' }), '# Your', '[r]: https://example.org\n\n# Your')
    expect(lint(defined)).toEqual([])
  })

  test.each([
    ['Is <b>bold</b>.', 'plain-markdown'],
    ['Is {{ template }}.', 'plain-markdown'],
    ['Is TODO.', 'placeholder'],
    ['See https://example.org.', 'links'],
    ['See [it](http://example.org).', 'links'],
    ['See [it](../rounds/gone.md).', 'link-targets'],
    ['Is **unclosed.', 'literal-markup'],
    ['<<<<<<< ours\nA\n=======\nB\n>>>>>>> theirs', 'literal-markup'],
    ['Is \u200bhidden.', 'encoding'],
  ])('%j is found', (body, rule) => {
    const found = new Set(findings({ [file]: track({ body }), ...drills }).map((each) => each.rule))
    expect([...found]).toContain(rule)
  })

  test('may link to drills, not to drafts', () => {
    const body = 'Begin with [recall](../questions/what-is-recall.md).'
    expect(lint(track({ body }))).toEqual([])
    const draft = {
      [paths.question]: edit(valid.question, 'difficulty: core', 'difficulty: core\nstatus: draft'),
    }
    const some = track({ body, drills: ['voice-note-search', 'empty-search-results'] })
    expect(lint(some, draft)).toEqual([
      '9:12-9:52 «[recall](../questions/what-is-recall.md)» link-targets: Unexpected link to the draft `drills/questions/what-is-recall.md`, expected a drill that is published',
    ])
  })
})

test('without definition documents tracks are judged all the same', () => {
  const { diagnostics } = lintFiles({
    [file]: track({ drills: ['gone', 'voice-note-search'] }),
    ...drills,
    [paths.rubric]: undefined,
  })
  expect(diagnostics.filter(({ rule }) => rule === 'tracks')).toHaveLength(1)
})
