import { describe, expect, test } from 'vitest'
import { edit, findings, paths, valid } from '../support/corpus.ts'
import { ofRound, report } from '../support/found.ts'

const matter = valid.round.slice(0, valid.round.indexOf('# Voice'))
const found = (text: string): string[] =>
  findings({ [paths.round]: text }).map(({ line, rule, message }) => `${line} ${rule} ${message}`)
const slip = (right: string, wrong: string): string[] => found(edit(valid.round, right, wrong))

describe('one slip, one finding that names it', () => {
  test.each([
    ['difficulty:', 'difficult:', /^5 schema .*`difficult`.*; did you mean `difficulty`\?$/],
    ['kind:', 'mind:', /^3 schema .*`mind`.*; did you mean `kind`\?$/],
    ['topics:', 'subjects:', /^7 schema .*`subjects`.*; did you mean `topics`\?$/],
    ['# Voice note search', '### Voice note search', /^10 title .*level 3 .*expected `# Voice note search`$/],
    ['# Voice note search\n', 'Voice note search\n', /^12 title Unexpected missing title/],
    ['### Index goes stale', '## Index goes stale', /^65 sections .*level 2 of the criterion/],
    ['### Index goes stale', '# Index goes stale', /^65 sections .*level 1 of the criterion/],
    ['### Index goes stale', '**Index goes stale**', /^65 literal-markup .*expected `### Index goes stale`$/],
    ['- **Partly:** both', '**Partly:** both', /^60 criteria .*label `Partly` inside the item above/],
    ['- **Met:** the index', '**Met:** the index', /^59 criteria .*label `Met` in a paragraph/],
    ['- **Met:** the index', '- Met: the index', /^59 criteria .*did you mean `\*\*Met:\*\*`\?$/],
    ['- **Weight:** 8', '**Weight:** 8', /^63 criteria .*label `Weight` inside the item above/],
    ['`pinned together`,', '`pinned together,', /^62 criteria .*outside the code spans/],
    ['- Sends audio', 'Sends audio', /^72 sections Unexpected text beside the list of `Red flags`/],
    ['- What changes', 'What changes', /^78 sections Unexpected text before the list of `Follow-ups`/],
  ])('%j written as %j', (right, wrong, message) => {
    expect(slip(right, wrong)).toEqual([expect.stringMatching(message)])
  })

  test.each(['**References**', '**References:**', 'References'])('%s above a list is a heading', (line) => {
    const links = '- [Title](https://example.org): what it is cited for\n'
    expect(ofRound(`${valid.round}\n${line}\n\n${links}`)).toEqual([
      expect.stringMatching(/^88:1-88:\d+ .* literal-markup: .*expected `## References`$/),
    ])
    expect(slip('Design it.', `Design it.\n\n${line}\n\nWords.`)).toEqual([])
  })
})

describe('what one finding explains comes back when it is mended alone', () => {
  test.each([
    // The other mistake, then the text with the told slip mended.
    ['a key', edit(valid.round, 'kind: round', 'mind: rund'), 'mind:', 'kind:', /`rund`/],
    ['a level', edit(valid.round, '### Model path', '# Modl path'), '# Modl', '### Modl', /`Modl path`/],
    [
      'the name of a criterion',
      edit(
        valid.round,
        '[a recogniser update changes words that the index still holds](#index-goes-stale)',
        '[words](#index-gos-stale)',
      ),
      '#index-gos-stale',
      '#index-goes-stale',
      /holds none of its cues/,
    ],
    [
      'the path of the rubric',
      edit(
        valid.round,
        '[when empty results exceed 9 % for 15 minutes, traffic returns to the previous index](../rubric.md',
        '[words](rubric.md',
      ),
      '(rubric.md',
      '(../rubric.md',
      /is not enough/,
    ],
  ])('%s', (_, text, slipped, mended, other) => {
    expect(found(edit(text, slipped, mended)).join('\n')).toMatch(other)
  })

  test('two keys that nobody knows, and two that are missing', () => {
    const text = edit(edit(valid.round, 'kind: round', 'sort: round'), 'topics: [asr]', 'words: [asr]')
    expect(found(text)).toHaveLength(4)
  })

  test('a point without its marker and another one that is missing', () => {
    const text = edit(valid.round, /- \*\*Cost.*\n/.exec(valid.round)?.[0] ?? '', '')
    expect(found(edit(text, '- **Quality:** we', '**Quality:** we'))).toHaveLength(2)
  })
})

describe('a file that is no drill is one finding', () => {
  const one = (file: string, text: string): string[] => report({ [file]: text })

  test('another front matter, and no heading of a drill', () => {
    expect(
      one('drills/rounds/README.md', '---\nlayout: page\n---\n\n# Rounds\n\n## Usage\n\nText.\n'),
    ).toEqual([
      expect.stringContaining(
        '1:1-1:4 «---» front-matter: Unexpected file `README.md` with neither the keys nor the headings of a drill',
      ),
    ])
    const sample = 'drills/samples/voice-note-search/NOTES.md'
    expect(one(sample, '---\ntitle: Notes\n---\n\nWords.\n')).toEqual([
      expect.stringContaining('front-matter: Unexpected file `NOTES.md` without the keys of a sample'),
    ])
  })

  test('a heading of a drill, or a key, makes it one', () => {
    expect(
      one(paths.round, '---\nlayout: page\n---\n\n# Rounds\n\n## Prompt\n\nText.\n').length,
    ).toBeGreaterThan(5)
    expect(one(paths.round, '---\nkindd: round\n---\n\n# Rounds\n\nText.\n').length).toBeGreaterThan(3)
  })

  test('front matter alone, with a title, or above HTML', () => {
    expect(ofRound(matter)).toEqual([
      expect.stringContaining('8:4-8:4 «» front-matter: Unexpected end of the file behind the front matter'),
    ])
    expect(ofRound(`${matter}# Voice note search\n`)).toEqual([
      expect.stringContaining(
        '10:20-10:20 «» sections: Unexpected drill without any of its headings, expected `## Prompt`, `## Answer`',
      ),
    ])
    expect(ofRound(`${matter}<h1>Voice</h1>\n\n<p>Words</p>\n\nMore.\n`)).toEqual([
      expect.stringContaining(
        '10:1-10:15 «<h1>Voice</h1>» plain-markdown: Unexpected HTML in place of the text',
      ),
    ])
    expect(ofRound(edit(matter, 'difficulty: core', 'difficulty: hard'))).toHaveLength(2)
  })

  test('nothing but a byte order mark', () => {
    expect(ofRound('\ufeff\r\n')).toEqual([expect.stringContaining('front-matter: Unexpected empty file')])
  })

  test('line ends of which some are carriage returns alone', () => {
    const lines = valid.round.split('\n')
    const mixed = lines
      .map((line, at) => (line === '' || at % 2 === 0 || lines[at + 1] === '' ? `${line}\n` : `${line}\r`))
      .join('')
    expect(ofRound(mixed)).toEqual([
      expect.stringMatching(
        / encoding: Unexpected \d+ lone carriage returns \(U\+000D\), expected line feeds$/,
      ),
    ])
    const [one] = findings({
      [paths.round]: edit(valid.round.replaceAll('\n', '\r\n'), 'order: 1\r\n', 'order: 1\r'),
    })
    expect(one?.fix?.map(({ text }) => text)).toEqual(['\r\n'])
    const doubled = findings({ [paths.round]: valid.round.replaceAll('\n', '\r\r\n') })
    expect(doubled.map(({ rule }) => rule)).toEqual(['encoding'])
    expect(new Set(doubled[0]?.fix?.map(({ text }) => text))).toEqual(new Set(['']))
  })
})

describe('what a slip swallows or doubles is not told beside it', () => {
  test('a fence that is never closed', () => {
    expect(slip('Design it.', 'Design it.\n\n~~~python\nindex.search(query)')).toEqual([
      '16 plain-markdown Unexpected code fence that is never closed, expected a line ~~~ below it',
    ])
  })

  test('a heading without text above the same one', () => {
    expect(slip('## Answer', '## Red flags\n\n## Answer')).toEqual([
      expect.stringMatching(
        /^\d+ sections Unexpected second heading `Red flags`.*; take out the one without text$/,
      ),
    ])
  })
})

describe('what only looks like the cause hides nothing', () => {
  test('words of a placeholder on two lines', () => {
    const added = '## Criteria\n\n### Other\n\n- **Met:** names it.\n- **Cues:** lorem\n  ipsum'
    expect(slip('## Criteria', added).join('\n')).toMatch(/placeholder Unexpected placeholder `lorem ipsum`/)
  })

  test('one red flag that is called like an item of a criterion', () => {
    expect(slip('- Sends audio to', '- **Weight:** sends audio to')).toEqual([])
  })

  test('a mark in two pieces is none', () => {
    expect(slip('## Criteria', '## Criteria\n\n### Other\n\n- **Cues:** TO**DO**').join('\n')).toMatch(
      /Unexpected cues of `Other` without a code span/,
    )
  })
})

describe('no fix takes or adds what means something', () => {
  const fixOf = (right: string, wrong: string): unknown =>
    findings({ [paths.round]: edit(valid.round, right, wrong) }).map(({ fix }) => fix !== undefined)

  test.each([
    ['escapes in the bold name of a criterion', '### Index goes stale', '**Index \\*goes\\* stale**'],
    ['a number sign at its end', '### Index goes stale', '**Index goes stale #**'],
    ['a quote with a comment behind it', 'difficulty: core', "difficulty: 'core # easy"],
    ['a mark beside one that is escaped', 'Design it.', 'Design \\**it** well.'],
    ['a sign of another meaning behind a label', '**Privacy:** ', '**Privacy**= '],
    ['half of the marks of a label', '- **Privacy:** ', '- Privacy:** '],
  ])('%s', (_, right, wrong) => {
    expect(fixOf(right, wrong)).not.toContain(true)
  })

  test('a minus before an amount stays', () => {
    expect(slip('- **Privacy:** ', '- **Privacy:** - €5 or ')).toEqual([])
  })
})
