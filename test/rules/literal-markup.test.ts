import { describe, expect, test } from 'vitest'
import { edit, findings, paths, valid } from '../support/corpus.ts'
import { ofQuestion, ofRound, report } from '../support/found.ts'
import { roundSamples } from '../support/samples.ts'

const rule = 'literal-markup'
const promptText = 'A note-taking app wants people to find what they once said. Design it.'
const withPrompt = (text: string): string => edit(valid.round, promptText, text)
const inPrompt = (text: string): string[] => ofRound(withPrompt(text), rule)
const wholly = (from: string, to: string): string[] => ofRound(edit(valid.round, from, to))
const marker = (words: string): string =>
  `«${words}» Unexpected marker \`${words}\` of a merge conflict, expected one text in place of its sides`

describe('conflict markers', () => {
  test.each([
    ['before a heading', withPrompt(`${promptText}\n\n<<<<<<< ours`), ['16:1-16:13', '<<<<<<< ours']],
    [
      'above the prompt',
      edit(valid.round, '## Prompt', '<<<<<<< ours\n## Prompt'),
      ['12:1-12:13', '<<<<<<< ours'],
    ],
    ['without a name', withPrompt(`<<<<<<<\n${promptText}`), ['14:1-14:8', '<<<<<<<']],
    [
      'as seven quotes',
      withPrompt(`${promptText}\n\n>>>>>>> 3f2a91c (Fix it)`),
      ['16:1-16:25', '>>>>>>> 3f2a91c (Fix it)'],
    ],
    ['of the base', withPrompt(`${promptText}\n||||||| merged`), ['15:1-15:15', '||||||| merged']],
    ['that underlines a title', withPrompt(`${promptText}\n=======`), ['15:1-15:8', '=======']],
    ['below a list', edit(valid.round, '## Criteria', '=======\n\n## Criteria'), ['55:1-55:8', '=======']],
    [
      'indented in an item',
      edit(valid.round, '- **Cost:**', '  >>>>>>> theirs\n- **Cost:**'),
      ['24:3-24:17', '>>>>>>> theirs'],
    ],
    ['in a quote', withPrompt('> We\n> <<<<<<< ours\n> said it'), ['15:3-15:15', '<<<<<<< ours']],
    ['in a fence', withPrompt('~~~\n>>>>>>> theirs\n~~~\n\nDesign it.'), ['15:1-15:15', '>>>>>>> theirs']],
  ])('%s', (_, text, [place = '', words = '']) => {
    expect(ofRound(text)).toEqual([`${place} «${words}» ${rule}: ${marker(words).replace(/^.*?» /, '')}`])
    expect(ofRound(text.replaceAll('\n', '\r\n')).map((line) => line.split(' ')[0])).toEqual([place])
  })

  test('a whole one is one finding for each marker, and nothing else', () => {
    const conflict = (mine: string, base: string, theirs: string): string =>
      `<<<<<<< mine\n${mine}||||||| base\n${base}=======\n${theirs}>>>>>>> theirs\n`
    const inItems = conflict(
      '- **Cost:** a GPU-second for each 60 s of audio.\n',
      '',
      '- **Cost:** two GPU-seconds for a minute.\n- **Cost:** x\n',
    )
    expect(
      ofRound(
        edit(
          valid.round,
          '- **Cost:** transcription may cost 1 GPU-second for each 60 s of audio.\n',
          inItems,
        ),
        rule,
      ),
    ).toHaveLength(4)
    expect(
      ofRound(
        edit(
          valid.round,
          '- **Cost:** transcription may cost 1 GPU-second for each 60 s of audio.\n',
          inItems,
        ),
      ),
    ).toHaveLength(4)
    expect(
      ofRound(
        edit(valid.round, '## Criteria\n', conflict('## Criteria\n', '## Criterion\n', '## Criteria\n')),
      ),
    ).toHaveLength(4)
    expect(ofRound(conflict(valid.round, valid.round, 'gone\n'))).toHaveLength(4)
    const answer = valid.question.slice(valid.question.indexOf('## Answer'))
    expect(ofQuestion(edit(valid.question, answer, conflict(answer, '', `- a\n${answer}`)))).toHaveLength(4)
  })

  test('in front matter it is the finding, and not what YAML makes of it', () => {
    const both = '<<<<<<< ours\ndifficulty: core\n=======\ndifficulty: expert\n>>>>>>> theirs'
    expect(wholly('difficulty: core', both)).toEqual([
      `5:1-5:13 «<<<<<<< ours» ${rule}: Unexpected marker \`<<<<<<< ours\` of a merge conflict, expected one text in place of its sides`,
      `7:1-7:8 «=======» ${rule}: Unexpected marker \`=======\` of a merge conflict, expected one text in place of its sides`,
      `9:1-9:15 «>>>>>>> theirs» ${rule}: Unexpected marker \`>>>>>>> theirs\` of a merge conflict, expected one text in place of its sides`,
    ])
    expect(wholly('difficulty: core', 'difficulty: core\n=======')).toHaveLength(1)
    expect(wholly('---\nid:', '<<<<<<< ours\n---\nid:')).toHaveLength(1)
  })

  test('in samples, definition documents and redirects', () => {
    const world = { [paths.round]: valid.round, ...roundSamples() }
    const [sample = '', text = ''] = Object.entries(roundSamples())[0] ?? []
    const last = (whole: string): number => whole.split('\n').length
    expect(
      report(
        {
          [sample]: `${text}<<<<<<< ours\n**So it is.\n`,
          ...world,
          ...{ [sample]: `${text}<<<<<<< ours\n**So it is.\n` },
        },
        rule,
      ),
    ).toEqual([`${last(text)}:1-${last(text)}:13 ${marker('<<<<<<< ours')}`])
    expect(report({ [paths.loop]: `${valid.loop}=======\n` }, rule)).toEqual([
      `${last(valid.loop)}:1-${last(valid.loop)}:8 ${marker('=======')}`,
    ])
    expect(
      report({
        [paths.redirects]:
          'renamed:\n<<<<<<< ours\n  a-b: voice-note-search\n=======\n  a-c: x\n>>>>>>> theirs\n',
        [paths.round]: valid.round,
      }),
    ).toHaveLength(3)
    expect(report({ [paths.redirects]: 'retired: {}\n=======\n' }, rule)).toEqual([
      `2:1-2:8 ${marker('=======')}`,
    ])
  })

  test('nothing in a file with a conflict is fixed: one side would be lost', () => {
    const found = findings({
      [paths.round]: edit(valid.round, '### Evaluation', '<<<<<<< ours\n###Evaluation\n=======\n>>>>>>> b'),
    })
    expect(found.map((each) => [each.line, each.fix])).toEqual([
      [33, undefined],
      [34, undefined],
      [35, undefined],
      [36, undefined],
    ])
  })

  test.each([
    ['indented code', '    <<<<<<< ours\n    =======\n    >>>>>>> theirs'],
    ['a fence, set off by a blank', '```\n <<<<<<< ours\n =======\n >>>>>>> theirs\n```'],
    ['a banner in a fence', '```\nREPORT\n=======\n```'],
    ['words behind the signs', '<<<<<<<x and >>>>>>>y and =======z'],
    ['six of them', '> > > > > > six quotes\n\n======'],
    ['in the midst of a line', 'Git writes <<<<<<< HEAD and ======= between.'],
  ])('none: %s', (_, text) => {
    expect(inPrompt(`${promptText}\n\n${text}`)).toEqual([])
  })

  test('a title that is underlined by as many signs is one', () => {
    expect(wholly('# Voice note search', 'Voice note search\n=======')).toEqual([])
  })
})

describe('emphasis', () => {
  const closed = (words: string, marks: string): string =>
    `Unexpected \`${words}\` that nothing closes, expected \`${marks}\` behind the words that it marks, or \`${marks.replaceAll(/./g, '\\$&')}\` for the character itself`

  test.each([
    ['The **index went stale.', '14:5-14:7 «**» ', closed('**index', '**')],
    ['*Listen first, then search.', '14:1-14:2 «*» ', closed('*Listen', '*')],
    ['We need _every word of it.', '14:9-14:10 «_» ', closed('_every', '_')],
    ['__Never log the query.', '14:1-14:3 «__» ', closed('__Never', '__')],
    ['- Slow\n- **fast or cheap', '15:3-15:5 «**» ', closed('**fast', '**')],
    ['> We want **all of it', '14:11-14:13 «**» ', closed('**all', '**')],
    ['**One** and **two', '14:13-14:15 «**» ', closed('**two', '**')],
    ['検索は**速い', '14:4-14:6 «**» ', closed('**速い', '**')],
    ['** Notes: all of them', '14:1-14:3 «**» ', closed('** Notes:', '**')],
    [
      'Nobody listens** to it.',
      '14:15-14:17 «**» ',
      'Unexpected `listens**` that nothing opens, expected `**` before the words that it marks, or `\\*\\*` for the character itself',
    ],
    [
      'The ** index ** is stale.',
      '14:5-14:16 «** index **» ',
      'Unexpected blanks inside `** index **`, expected `**index**`',
    ],
    [
      'The **index ** is stale.',
      '14:5-14:15 «**index **» ',
      'Unexpected blanks inside `**index **`, expected `**index**`',
    ],
    [
      'The __ old index__ is stale.',
      '14:5-14:19 «__ old index__» ',
      'Unexpected blanks inside `__ old index__`, expected `__old index__`',
    ],
    [
      'The **index* is stale.',
      '14:5-14:13 «**index*» ',
      'Unexpected `**index*` with more marks on one side than on the other, expected `**index**`',
    ],
    [
      'The *index** is stale.',
      '14:5-14:13 «*index**» ',
      'Unexpected `*index**` with more marks on one side than on the other, expected `**index**`',
    ],
    [
      '**検索。**と言う',
      '14:1-14:8 «**検索。**» ',
      'Unexpected `**検索。**` that marks nothing, because marks don’t close between punctuation and a letter; expected the punctuation outside them, or a blank beside them',
    ],
    [
      '私は**（検索）** と',
      '14:3-14:11 «**（検索）**» ',
      'Unexpected `**（検索）**` that marks nothing, because marks don’t open between punctuation and a letter; expected the punctuation outside them, or a blank beside them',
    ],
    [
      '**Index:**every word',
      '14:1-14:11 «**Index:**» ',
      'Unexpected `**Index:**` that marks nothing, because marks don’t close between punctuation and a letter; expected the punctuation outside them, or a blank beside them',
    ],
  ])('%s', (text, place, message) => {
    expect(inPrompt(text)).toEqual([place + message])
  })

  test.each([
    'It holds 3 * 4 * 5 vectors, 2*3, 7 ** 2, 2**10, n ** m and base ** exponent ** 2.',
    'It reads *.wav, **/*.md, src/*.ts and notes_by_owner, max_notes=8, __init__.',
    'Notes* cost less.\n\n*Those of the last 30 days.',
    'Notes** cost less.\n\n\\*\\* Those of the last 30 days.',
    'A* search, B* trees and C*-algebras; p < 0.05 (*), p < 0.01 (**).',
    'Some *words*, **others**, ***both***, _a_ and **bold**face, 日本語の**強調**です。',
    '\\*Not this\\*, \\_nor that\\_, &#42;nor this, `**code` and `a_`.',
    'The password is **** and the gap ____ here.',
    'All of _net_* and _tls_*, as told.',
    '“*Listen*”, he said, and “**search**”.',
    'Scale by 6 *1.5 or (a)*b.',
    'Callers dial *67, *69 and #31#.',
  ])('none: %s', (text) => {
    expect(inPrompt(text)).toEqual([])
  })

  test('a label that marks nothing is told of once, and where the item has it', () => {
    expect(wholly('- **Quality:**', '- ** Quality:**')).toEqual([
      `21:3-21:16 «** Quality:**» ${rule}: Unexpected blanks inside \`** Quality:**\`, expected \`**Quality:**\``,
    ])
    expect(wholly('- **Quality:** we', '- **Quality: we')).toEqual([
      `21:3-21:5 «**» ${rule}: ${closed('**Quality:', '**')}`,
    ])
    expect(wholly('- **Quality:**', '- *Quality:**')).toHaveLength(1)
  })
})

describe('code and strikethrough', () => {
  test('backticks that nothing closes', () => {
    expect(inPrompt('Set `max_notes to 8.')).toEqual([
      '14:5-14:6 «`» Unexpected `ˋmax_notes` that nothing closes, expected a backtick behind the code, or a backslash before what is meant as it stands',
    ])
    expect(inPrompt('Set ``max_notes` to 8.')).toEqual([
      '14:5-14:7 «``» Unexpected `ˋˋmax_notesˋ` that nothing closes, expected 2 backticks behind the code, or a backslash before what is meant as it stands',
    ])
    expect(inPrompt('Set `a` and `b to 8.\n\nThen set c`.')).toHaveLength(2)
  })

  test('an apostrophe is none', () => {
    expect(inPrompt('It`s the users` notes of the `90s, \\`not code.')).toEqual([])
  })

  test('cues with a missing backtick are told of by their own rule', () => {
    expect(wholly('`pinned together`,', 'pinned together`,')).toHaveLength(1)
    expect(wholly('`stale .. index*`', '`stale .. index*`, `!')).toEqual([
      expect.stringMatching(/^68:\d+-68:\d+ «`» literal-markup: Unexpected `ˋ!` that nothing closes, /),
    ])
  })

  test('tildes', () => {
    expect(inPrompt('Design ~~this app.')).toEqual([
      '14:8-14:10 «~~» Unexpected `~~` that strikes nothing through, expected the text that counts',
    ])
    expect(inPrompt('It takes ~30 to ~40 ms.')).toEqual([])
  })
})

describe('links', () => {
  const link = '[the report](https://example.org/report)'
  test.each([
    [
      'See [the report] (https://example.org/report).',
      '14:17-14:18 « » ',
      `Unexpected blank inside a link, expected \`${link}\``,
    ],
    [
      'See [the report]  (https://example.org/report).',
      '14:17-14:19 «  » ',
      `Unexpected blanks inside a link, expected \`${link}\``,
    ],
    [
      'See [the report]: (https://example.org/report).',
      '14:17-14:19 «: » ',
      `Unexpected colon inside a link, expected \`${link}\``,
    ],
    [
      '[the report]: (https://example.org/report)\n\nDesign it.',
      '14:13-14:15 «: » ',
      `Unexpected colon inside a link, expected \`${link}\``,
    ],
    [
      'See [the *new* report] (#model-path).',
      '14:23-14:24 « » ',
      'Unexpected blank inside a link, expected `[the *new* report](#model-path)`',
    ],
    [
      'See (the report)[https://example.org/report].',
      '14:5-14:45 «(the report)[https://example.org/report]» ',
      `Unexpected \`(the report)[https://example.org/report]\`, expected the words of a link in brackets and its address in parentheses (\`${link}\`)`,
    ],
    [
      'See [the report(https://example.org/report).',
      '14:16-14:44 «(https://example.org/report)» ',
      `Unexpected \`(https://example.org/report)\` inside brackets, expected \`]\` before it: \`${link}\``,
    ],
    [
      'See [the report]{https://example.org/report}.',
      '14:17-14:45 «{https://example.org/report}» ',
      `Unexpected \`{https://example.org/report}\`, expected the address of a link in parentheses (\`${link}\`)`,
    ],
    [
      'See <../notes/audio.md> first.',
      '14:5-14:24 «<../notes/audio.md>» ',
      'Unexpected `<../notes/audio.md>` that is published as it stands, expected a link with words (`[title](../notes/audio.md)`)',
    ],
    [
      'See the report](https://example.org/report).',
      '14:15-14:44 «](https://example.org/report)» ',
      'Unexpected `](https://example.org/report)`, expected `[` before the words of the link',
    ],
    [
      'See [the report](<https://example.org/report.',
      '14:16-14:18 «](» ',
      'Unexpected link whose address nothing closes, expected `)` behind the address',
    ],
    [
      'See [the report](https://example.org/report now.',
      '14:16-14:18 «](» ',
      'Unexpected link whose address nothing closes, expected `)` behind the address',
    ],
    [
      'See [the report](https://example.org/report_(new).',
      '14:16-14:18 «](» ',
      'Unexpected link whose address nothing closes, expected `)` behind the address',
    ],
    [
      'See [the report](https://example.org/the report).',
      '14:41-14:42 « » ',
      'Unexpected blank in the address `https://example.org/the report` of a link, expected `%20` in its place, or quotation marks around a title',
    ],
    [
      'See [the [new](https://example.org/new) report](https://example.org/report).',
      '14:5-14:76 «[the [new](https://example.org/new) rep…» ',
      'Unexpected link around another link, expected `https://example.org/report` to be linked from words beside it',
    ],
  ])('%s', (text, place, message) => {
    expect(ofRound(withPrompt(text))).toEqual([`${place}${rule}: ${message}`])
  })

  test.each([
    'As he said [sic] (see below) [1] (2024), [req] (km/h) and [Optional] (default).',
    'It calls f[i](a, b), m[i][j] and \\[the report\\] (https).',
    'See [the report](<https://example.org/the report>) and `[a] (https://example.org)`.',
    'Bug [late partials] (#123) is open.',
  ])('none: %s', (text) => {
    expect(inPrompt(text)).toEqual([])
  })

  test('evidence that is broken is read as it was meant, so that nothing else is told', () => {
    const [open, close] = ['previous index', '(../rubric.md#rollback-path)']
    const place = (to: string): string[] => wholly(`${open}]${close}`, `${open}${to}`)
    expect(place(`] ${close}`)).toEqual([expect.stringMatching(/^46:102-46:103 « » literal-markup: /)])
    expect(place(`]: ${close}`)).toEqual([expect.stringMatching(/^46:102-46:104 «: » literal-markup: /)])
    expect(place(`](../rubric.md#rollback-path`)).toEqual([
      expect.stringMatching(/^46:101-46:103 «\]\(» literal-markup: /),
    ])
    expect(
      wholly(
        '[index format and model version are pinned together](#one-release-for-both)',
        '[we agree that [index format and model version are pinned together](#one-release-for-both)](../rubric.md#explicit-assumptions)',
      ).filter((line) => !line.includes('rubric-evidence')),
    ).toEqual([
      expect.stringMatching(
        /^43:14-43:\d+ «\[we agree .* literal-markup: Unexpected link around another link/,
      ),
    ])
  })

  test('an address in a broken link of a sample is told of as an address', () => {
    const [sample = '', text = ''] = Object.entries(roundSamples())[0] ?? []
    const found = report(
      { [sample]: `${text}[a](https://example.org/a b)\n`, [paths.round]: valid.round },
      'links',
    )
    expect(found).toHaveLength(1)
  })
})

describe('references', () => {
  const calendar = '[calendar]: https://example.org/calendar'
  const missing = (written: string, label: string, hint = ''): string =>
    `Unexpected reference \`${written}\` without a definition, expected a line \`[${label}]: …\` with its address${hint}`

  test.each([
    ['See [my notes][notes].', '14:5-14:22 «[my notes][notes]» ', missing('[my notes][notes]', 'notes')],
    ['See [notes][].', '14:5-14:14 «[notes][]» ', missing('[notes][]', 'notes')],
    [
      'See [*my* notes][Notes A].',
      '14:5-14:26 «[*my* notes][Notes A]» ',
      missing('[*my* notes][Notes A]', 'Notes A'),
    ],
    ['See [my notes][1].', '14:5-14:18 «[my notes][1]» ', missing('[my notes][1]', '1')],
    [
      `See [my notes][calender] and [calendar].\n\n${calendar}`,
      '14:5-14:25 «[my notes][calender]» ',
      missing('[my notes][calender]', 'calender', '; did you mean `[calendar]`?'),
    ],
    [
      `See [calender].\n\n${calendar}`,
      '14:5-14:15 «[calender]» ',
      'Unexpected reference `[calender]` without a definition, expected one that exists; did you mean `[calendar]`?',
    ],
    [
      `See [my notes] [calendar].\n\n${calendar}`,
      '14:15-14:16 « » ',
      'Unexpected blank inside a reference, expected `[my notes]` and its label side by side',
    ],
    [
      `See [my notes][calendar].\n${calendar}`,
      '15:1-15:41 «[calendar]: https://example.org/calendar» ',
      'Unexpected definition `[calendar]:` that is published as text, expected an empty line above it',
    ],
  ])('%s', (text, place, message) => {
    expect(ofRound(withPrompt(text))).toEqual([`${place}${rule}: ${message}`])
  })

  test.each([
    'He said [sic] that [1] and [2][3] hold for m[i][j], [ ] and [x].',
    `See [my notes][calendar] and [calender].\n\n${calendar}`,
    `See [my notes][CALENDAR], [calendar][] and [calendar].\n\n${calendar}`,
    `See [#62] and [cal].\n\n[#26]: https://example.org/26\n\n${calendar}`,
    'See `[my notes][notes]` and \\[my notes\\][notes].',
  ])('none: %s', (text) => {
    expect(inPrompt(text)).toEqual([])
  })

  test('one that means a criterion of the rubric is told of by the rule that can define it', () => {
    const found = wholly('index](../rubric.md#rollback-path)', 'index][rollback-path]')
    expect(found.filter((line) => line.includes('without a definition'))).toEqual([
      expect.stringContaining('rubric-evidence: Unexpected reference'),
    ])
    const marked = wholly(
      'traffic returns to the previous index](../rubric.md#rollback-path)',
      '*traffic* returns to the previous index][rollback-path]',
    )
    expect(marked.filter((line) => line.includes('without a definition'))).toEqual([
      expect.stringContaining('literal-markup: Unexpected reference'),
    ])
  })
})

describe('alerts and formulas', () => {
  const formula = (written: string): string =>
    `Unexpected formula \`${written}\`, expected words, plain characters (\`x²\`) or code`

  test.each([
    [
      '> [!WARNING]\n> Notes are private.',
      '14:3-14:13 «[!WARNING]» Unexpected alert `[!WARNING]`, expected a sentence that begins with `**Warning:**`',
    ],
    [
      '> [!tip]+ Listen',
      '14:3-14:9 «[!tip]» Unexpected alert `[!tip]`, expected a sentence that begins with `**Tip:**`',
    ],
    ['Recall is \\(r = h / n\\) here.', `14:11-14:24 «\\(r = h / n\\)» ${formula('\\(r = h / n\\)')}`],
    ['So\n\n\\[\nr = h / n\n\\]', `16:1-18:3 «\\[⏎r = h / n⏎\\]» ${formula('\\[ r = h / n \\]')}`],
    ['So $$r = h / n$$ holds.', `14:4-14:17 «$$r = h / n$$» ${formula('$$r = h / n$$')}`],
    ['$$\nr = h_n\n$$', `14:1-16:3 «$$⏎r = h_n⏎$$» ${formula('$$ r = h_n $$')}`],
    ['So $r_k$ is $n$ here.', `14:4-14:9 «$r_k$» ${formula('$r_k$')}`],
    ['So x_{k} holds.', `14:4-14:9 «x_{k}» ${formula('x_{k}')}`],
    ['So y^{-2} holds.', `14:4-14:10 «y^{-2}» ${formula('y^{-2}')}`],
    ['So \\frac{h}{n} holds.', `14:4-14:15 «\\frac{h}{n}» ${formula('\\frac{h}{n}')}`],
  ])('%s', (text, first) => {
    expect(inPrompt(text)[0]).toBe(first)
    expect(ofRound(withPrompt(text), 'plain-markdown')).toEqual([])
  })

  test.each([
    'A note costs $0.02 to $0.05, US$5 a month, 3$ or 4$, $2/h and 5 $ in all.',
    `Set $HOME and $PATH, or $HOME/$USER, or $${'{HOME}'}/$.`,
    'It hardly ever fails \\[sic\\], or only \\(as a rule\\).',
    'In code: `$x^2$`, `\\(x\\)` and `$$`.',
  ])('none: %s', (text) => {
    expect(inPrompt(text)).toEqual([])
  })
})

describe('headings and items', () => {
  const lacks = (words: string, sign: string): string =>
    `${rule}: Unexpected \`${words}\` without a blank behind \`${sign}\`, expected \`${words.replace(sign, `${sign} `)}\``

  test.each([
    ['## Criteria', '##Criteria', `55:1-55:11 «##Criteria» ${lacks('##Criteria', '##')}`],
    [
      '# Voice note search',
      '#Voice note search',
      `10:1-10:19 «#Voice note search» ${lacks('#Voice note search', '#')}`,
    ],
    [
      '### Index goes stale',
      '###Index goes stale',
      `65:1-65:20 «###Index goes stale» ${lacks('###Index goes stale', '###')}`,
    ],
    ['\n### Operations\n', '###Operations', `39:1-39:14 «###Operations» ${lacks('###Operations', '###')}`],
    [
      '### Tradeoffs',
      '###\u00a0Tradeoffs',
      `51:1-51:14 «###\u00a0Tradeoffs» ${rule}: Unexpected \`### Tradeoffs\` without a blank behind \`###\`, expected \`### Tradeoffs\``,
    ],
    [
      '### Tradeoffs',
      '**Tradeoffs**',
      `51:1-51:14 «**Tradeoffs**» ${rule}: Unexpected line \`**Tradeoffs**\` in place of a heading, expected \`### Tradeoffs\``,
    ],
    [
      '### Tradeoffs',
      '__tradeoffs:__',
      `51:1-51:15 «__tradeoffs:__» ${rule}: Unexpected line \`__tradeoffs:__\` in place of a heading, expected \`### Tradeoffs\``,
    ],
    [
      '## Red flags',
      'Red flags',
      `70:1-70:10 «Red flags» ${rule}: Unexpected line \`Red flags\` in place of a heading, expected \`## Red flags\``,
    ],
    [
      '### Tradeoffs',
      'Tradeoffs\n=====',
      `51:1-52:6 «Tradeoffs⏎=====» ${rule}: Unexpected line \`Tradeoffs =====\` in place of a heading, expected \`### Tradeoffs\``,
    ],
    [
      '- **Cost:** transcription may cost 1 GPU-second',
      '-**Cost:** a note costs one GPU-second',
      `24:1-24:63 «-**Cost:** a note costs one GPU-second …» ${rule}: Unexpected \`-**Cost:** a note costs one GPU-second …\` without a blank behind \`-\`, expected \`- **Cost:** a note costs one GPU-second…\``,
    ],
  ])('%s', (right, wrong, line) => {
    expect(wholly(right, wrong)).toEqual([line])
  })

  test.each([
    ['- one\n-two\n- three', `15:1-15:5 «-two» ${lacks('-two', '-').replace(`${rule}: `, '')}`],
    ['1.Listen', `14:1-14:9 «1.Listen» ${lacks('1.Listen', '1.').replace(`${rule}: `, '')}`],
    ['• Listen', '14:1-14:9 «• Listen» Unexpected `• Listen` that makes no list, expected `- Listen`'],
    [
      '####### Deep',
      '14:1-14:13 «####### Deep» Unexpected heading of level 7 `####### Deep`, expected one of level 1 to 6',
    ],
  ])('%s', (text, line) => {
    expect(inPrompt(text)).toEqual([line])
  })

  test.each([
    '#1 of all wishes, #voice and #search.\n#2 is speed.',
    '-5 degrees or\n-3, never\n1.5 of it.\n2.b is its name.',
    '- a wrapped\n  -v flag\n  #3 of them',
    '**Model path**',
    'See `code\n##x` and \\##Design.',
  ])('none: %s', (text) => {
    expect(inPrompt(text)).toEqual([])
  })

  test('a bold line that is no required heading, or says more, stays text', () => {
    expect(ofRound(edit(valid.round, '### Tradeoffs', '**Our tradeoffs**'), rule)).toEqual([])
    expect(ofRound(withPrompt('**References**\n\nDesign it.'), rule)).toEqual([])
  })
})

test.each(['*\ufe0f\u20e3 marks all', 'Press *\ufe0f\u20e3, then #\ufe0f\u20e3', '*\u20e3'])(
  'a key cap marks nothing: %j',
  (text) => {
    expect(inPrompt(`${promptText} ${text}.`)).toEqual([])
  },
)

test('a second definition below text, of what is defined already', () => {
  const address = 'https://example.org/report'
  expect(
    wholly(promptText, `Design [it][r].\n\n[r]: ${address}\n\nNow.\n[r]: ${address}\n\n${promptText}`),
  ).toEqual([
    `19:1-19:32 «[r]: ${address}» ${rule}: Unexpected second definition \`[r]:\`, which is published as text, expected nothing in its place`,
  ])
})

test('with CRLF the places and fixes are the same', () => {
  const text = edit(
    edit(valid.round, '### Tradeoffs', '###Tradeoffs'),
    'previous index](',
    'previous index] (',
  )
  const crlf = text.replaceAll('\n', '\r\n')
  expect(ofRound(crlf)).toEqual(ofRound(text))
  expect(findings({ [paths.round]: crlf }).map(({ fix = [] }) => fix.map((each) => each.text))).toEqual([
    [''],
    [' '],
  ])
})

// Each of these once took minutes.
test.each([
  ['blanks behind a phrase', `[a]${' '.repeat(200_000)}x`, 0],
  ['attribute lists that never end', `a ${'{#a '.repeat(50_000)}`, 0],
  ['a footnote that nothing closes', `^[${'a'.repeat(200_000)}`, 0],
  ['dollar signs', `((( ${'$'.repeat(180_000)} a`, 1],
  ['markers of conflicts', `${'>>>>>>> a\n'.repeat(25_000)}x`, 25_000],
])('%s are read in one pass', (_, text, count) => {
  expect(findings({ [paths.round]: withPrompt(text) }, rule)).toHaveLength(count)
})
