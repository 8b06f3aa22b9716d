import { expect, test } from 'vitest'
import { edit, type Files, findings, paths, valid } from '../support/corpus.ts'
import { report } from '../support/found.ts'

const file = 'drills/samples/voice-note-search/short.md'

const verdicts = `verdicts:
  one-release-for-both: not
  index-goes-stale: partly
  explicit-assumptions: met
  measurable-launch-gates: not
  privacy-safe-observability: not
  rollback-path: not
  cost-and-latency-reasoning: not
  learning-from-failures: not
`
const sample = `---
drill: voice-note-search
level: middling
form: typed
split: tuned
${verdicts}---

We take 200 notes for each person. <b>Old</b> words may stay.
`
const valids = sample.replaceAll(/<\/?b>/g, '')
const strong = edit(edit(valids, 'level: middling', 'level: strong'), 'form: typed', 'form: spoken')

const lint = (text: string, more: Files = {}): string[] =>
  report({ [file]: text, [paths.round]: valid.round, ...more })

test('samples of a middling and a strong answer leave nothing to find', () => {
  const files = { [paths.round]: valid.round, [file]: valids, [file.replace('short', 'long')]: strong }
  expect(findings(files, 'samples')).toEqual([])
})

test('a round or an incident without them is warned about, a draft and a question are not', () => {
  const missing = (files: Files): string[] => report(files, 'samples')
  expect(missing({ [paths.round]: valid.round })).toEqual([
    '10:1-10:20 «# Voice note search» (warning) Unexpected drill without a `middling` and `strong` sample, expected `drills/samples/voice-note-search/<name>.md` with `level: middling`, and another with `level: strong`',
  ])
  expect(missing({ [paths.round]: valid.round, [file]: valids })).toEqual([
    '10:1-10:20 «# Voice note search» (warning) Unexpected drill without a `strong` sample, expected `drills/samples/voice-note-search/<name>.md` with `level: strong`',
  ])
  expect(missing({ [paths.question]: valid.question })).toEqual([])
  expect(missing({ [paths.round]: edit(valid.round, 'kind: round', 'kind: round\nstatus: draft') })).toEqual(
    [],
  )
})

test('a verdict for an unknown criterion, and none for a known one', () => {
  expect(lint(edit(valids, '  index-goes-stale: partly\n', ''))).toEqual([
    '6:1-6:9 «verdicts» samples: Unexpected verdicts without `index-goes-stale`, expected `met`, `partly` or `not` for every criterion',
  ])
  expect(lint(edit(valids, 'index-goes-stale: partly', 'something-else: partly'))).toEqual([
    expect.stringMatching(/^8:3-8:17 «something-else» .*; did you mean `index-goes-stale`\?$/),
  ])
  expect(lint(edit(valids, 'index-goes-stale: partly', 'index-gets-stale: partly'))).toEqual([
    '8:3-8:19 «index-gets-stale» samples: Unexpected verdict for the criterion `index-gets-stale`, expected `one-release-for-both`, `index-goes-stale`, `explicit-assumptions`, `measurable-launch-gates`, `privacy-safe-observability`, `rollback-path`, `cost-and-latency-reasoning` or `learning-from-failures`; did you mean `index-goes-stale`?',
  ])
})

test('red flags are those of the drill and of the rubric', () => {
  const flagged = (id: string): string[] =>
    lint(edit(valids, 'split: tuned', `split: tuned\nredFlags: [${id}]`))
  expect(flagged('model-choice-is-the-system')).toEqual([])
  expect(flagged('measures-the-recogniser-and-never-the')).toEqual([])
  expect(flagged('measures-the-recognizer-and-never-the')[0]).toContain(
    '6:12-6:49 «measures-the-recognizer-and-never-the» samples: Unexpected red flag `measures-the-recognizer-and-never-the`, expected `sends-audio-to-a-search-index`',
  )
})

test('an unknown drill, another folder, another place, another name', () => {
  expect(lint(valids.replace('drill: voice-note-search', 'drill: voice-note-serch'))).toEqual([
    '2:8-2:24 «voice-note-serch» samples: Unexpected sample of the unknown drill `voice-note-serch`, expected the id of a drill; did you mean `voice-note-search`?',
  ])
  const incident = { [paths.incident]: valid.incident }
  expect(lint(valids.replace('drill: voice-note-search', 'drill: empty-search-results'), incident)[0]).toBe(
    '2:8-2:28 «empty-search-results» samples: Unexpected drill `empty-search-results` in the folder `voice-note-search`, expected the folder’s name',
  )
  const at = (name: string): string[] =>
    report({ [name]: valids, [paths.round]: valid.round }, 'samples').filter(
      (line) => !line.includes('warning'),
    )
  expect(at('drills/samples/short.md')).toEqual([
    '1:1-1:1 «» Unexpected sample in `drills/samples/`, expected it in `drills/samples/<drill id>/`',
  ])
  expect(at('drills/samples/voice-note-search/a/short.md')).toEqual([
    '1:1-1:1 «» Unexpected sample in `drills/samples/voice-note-search/a/`, expected it in `drills/samples/<drill id>/`',
  ])
  expect(at('drills/samples/voice-note-search/Short one.md')).toEqual([
    '1:1-1:1 «» Unexpected file name `Short one.md`, expected kebab-case words and `.md`',
  ])
})

test('a sample of a drill that can’t be read waits until it can', () => {
  const broken = { [paths.round]: { failure: 'no permission to read it' } }
  expect(report({ [file]: valids, ...broken }, 'samples')).toEqual([])
})

test('its front matter has a schema of its own', () => {
  expect(lint(edit(valids, 'index-goes-stale: partly', 'index-goes-stale: nearly'))).toEqual([
    '8:21-8:27 «nearly» schema: Unexpected value `nearly` of `verdicts.index-goes-stale`, expected `met`, `partly` or `not`',
  ])
  expect(
    lint(edit(valids, 'form: typed', 'from: typed')).map((line) => line.split(' ').slice(0, 3).join(' ')),
  ).toEqual(['4:1-4:5 «from» schema:'])
})

test('candidates write as they like, but for what is not safe to publish', () => {
  const free = `${valids}\n# Two titles\n\n# of it\n\n#### Deep\n\n| a | b |\n| - | - |\n| TODO | [ ] |\n`
  expect(lint(free)).toEqual([])
  expect(lint(sample)).toEqual([
    '17:36-17:39 «<b>» plain-markdown: Unexpected HTML `<b>`, expected plain Markdown',
    '17:42-17:46 «</b>» plain-markdown: Unexpected HTML `</b>`, expected plain Markdown',
  ])
  expect(lint(`${valids}\nWe fill in {{ name }} and \`{% x %}\`.\n`)).toHaveLength(2)
  expect(lint(`${valids}\nSee [it](javascript:alert) and www.a.example.\n`)).toHaveLength(2)
  expect(lint(`${valids}\n\u202e\n`)).toHaveLength(1)
  // The package carries the words of such a link as they are read.
  expect(lint(`${valids}\n[\\<b\\>](../../rubric.md)\n`)).toEqual([
    '19:1-19:25 «[\\<b\\>](../../rubric.md)» plain-markdown: Unexpected link `[\\<b\\>](../../rubric.md)` in the midst of HTML `<b>`: only its words are published, expected plain text around them',
  ])
})
