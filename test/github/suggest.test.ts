import { beforeAll, describe, expect, test } from 'vitest'
import {
  artifact,
  type Comment,
  diffOf,
  type Earlier,
  head,
  type Scripts,
  suggestScripts,
} from '../support/suggest.ts'

let scripts: Scripts
beforeAll(async () => {
  scripts = await suggestScripts()
})

const file = 'drills/rounds/a.md'

/** The pull request shows lines 10 to 14 and 30 to 31 of the file; 12 is new. */
const patch =
  '@@ -10,4 +10,5 @@ ## Answer\n ten\n eleven\n+twelve\n thirteen\n fourteen\n@@ -29,2 +30,2 @@\n-old\n+thirty\n thirty-one'
const pull = {
  number: 7,
  head,
  files: [
    { filename: file, patch },
    { filename: 'src/cli.ts', patch },
  ],
}

function review(diff: string, earlier: readonly Earlier[] = []) {
  const { review: made, dropped } = scripts.reviewOf(artifact(diff), pull, earlier)
  return { comments: made.comments, dropped }
}

const body = (text: string, fence = '```'): string =>
  `The linter can write this itself:\n\n${fence}suggestion\n${text}${fence}\n`

const on = (line: number, text: string, more: Partial<Comment> = {}): Comment => ({
  path: file,
  line,
  side: 'RIGHT',
  body: body(text),
  ...more,
})

describe('a fix becomes a suggestion', () => {
  test.each([
    ['of a line', '@@ -12 +12 @@\n-twelve\n+Twelve', on(12, 'Twelve\n')],
    [
      'of several lines',
      '@@ -11,2 +11,1 @@\n-eleven\n-twelve\n+both',
      on(12, 'both\n', { start_line: 11, start_side: 'RIGHT' }),
    ],
    ['that takes a line away', '@@ -12,1 +11,0 @@\n-twelve', on(12, '')],
    ['that adds below a line', '@@ -12,1 +12,2 @@\n twelve\n+more', on(12, 'twelve\nmore\n')],
    ['that adds above a line', '@@ -12,1 +12,2 @@\n+more\n twelve', on(12, 'more\ntwelve\n')],
    ['after context', '@@ -10,3 +10,3 @@\n ten\n eleven\n-twelve\n+Twelve', on(12, 'Twelve\n')],
  ])('%s', (_, hunk, comment) => {
    expect(review(diffOf(file, hunk))).toEqual({ comments: [comment], dropped: 0 })
  })

  test('as one review of the head', () => {
    const { review: made } = scripts.reviewOf(
      artifact(diffOf(file, '@@ -12 +12 @@\n-twelve\n+Twelve')),
      pull,
      [],
    )
    expect([made.commit_id, made.event]).toEqual([head, 'COMMENT'])
    expect(made.body).toMatch(/^Corrections that the linter can make itself\./)
  })

  test('without anything to fix there is none', () => {
    expect(review('')).toEqual({ comments: [], dropped: 0 })
  })

  test('once, unless its line has moved', () => {
    const diff = diffOf(file, '@@ -12 +12 @@\n-twelve\n+Twelve')
    const earlier = { path: file, line: 12, body: body('Twelve\n'), user: { login: 'github-actions[bot]' } }
    expect(review(diff, [earlier])).toEqual({ comments: [], dropped: 0 })
    expect(review(diff, [{ ...earlier, line: null }]).comments).toHaveLength(1)
    expect(review(diff, [{ ...earlier, user: { login: 'somebody' } }]).comments).toHaveLength(1)
    expect(review(diff, [{ ...earlier, user: null }]).comments).toHaveLength(1)
  })
})

describe('nothing leaves the block', () => {
  test.each([
    ['a fence', '```', '````'],
    ['a longer fence', 'x ````` y', '``````'],
    ['a mention', '@everyone <!-- x --> ~~~', '```'],
  ])('%s', (_, text, fence) => {
    const { comments } = review(diffOf(file, `@@ -12 +12 @@\n-twelve\n+${text}`))
    expect(comments).toEqual([on(12, '', { body: body(`${text}\n`, fence) })])
  })

  test.each(['\r', '\u001b[31m', '\u202e', '\u200b', '\ufeff', '\u2028', '\0', '\u00ad'])(
    '%j is refused',
    (character) => {
      expect(review(diffOf(file, `@@ -12 +12 @@\n-twelve\n+Tw${character}elve`))).toEqual({
        comments: [],
        dropped: 1,
      })
    },
  )
})

describe('a fix is dropped', () => {
  test.each([
    ['of a line that the diff of the pull request does not show', '@@ -20 +20 @@\n-twenty\n+Twenty'],
    ['of a line that has another text there', '@@ -12 +12 @@\n-thirteen\n+Twelve'],
    ['of a line that the pull request has taken away', '@@ -29 +29 @@\n-old\n+new'],
    ['that changes nothing', '@@ -12 +12 @@\n-twelve\n+twelve\n\\ No newline at end of file'],
    ['of too many lines', `@@ -12 +12,21 @@\n-twelve${'\n+x'.repeat(21)}`],
    ['that is too long', `@@ -12 +12 @@\n-twelve\n+${'x'.repeat(20_001)}`],
  ])('%s', (_, hunk) => {
    expect(review(diffOf(file, hunk))).toEqual({ comments: [], dropped: 1 })
  })

  const hunk = '@@ -12 +12 @@\n-twelve\n+Twelve'
  test.each([
    'drills/rounds/b.md',
    'src/cli.ts',
    '../x.md',
    '/etc/passwd',
    'drills/../src/cli.ts',
    'drills/a.sh',
    '__proto__',
  ])('in %s', (name) => {
    const files = [{ filename: name === 'drills/rounds/b.md' ? file : name, patch }]
    const made = scripts.reviewOf(artifact(diffOf(name, hunk)), { ...pull, files }, [])
    expect([made.review.comments, made.dropped]).toEqual([[], 1])
  })

  test('across two parts of the diff', () => {
    const whole = '@@ -1,2 +1,2 @@\n one\n two'
    const parts = '@@ -1 +1 @@\n one\n@@ -2 +2 @@\n two'
    const count = (shown: string): number => {
      const files = [{ filename: file, patch: shown }]
      const diff = diffOf(file, '@@ -1,2 +1 @@\n-one\n-two\n+both')
      return scripts.reviewOf(artifact(diff), { ...pull, files }, []).review.comments.length
    }
    expect([count(whole), count(parts)]).toEqual([1, 0])
  })

  test('in a file whose diff the API leaves out', () => {
    const made = scripts.reviewOf(artifact(diffOf(file, hunk)), { ...pull, files: [{ filename: file }] }, [])
    expect([made.review.comments, made.dropped]).toEqual([[], 1])
  })

  test('when there are many', () => {
    const lines = Array.from({ length: 50 }, (_, at) => `line ${at + 1}`)
    const files = [
      { filename: file, patch: `@@ -0,0 +1,50 @@\n${lines.map((line) => `+${line}\n`).join('')}` },
    ]
    const many = lines.map((line, at) => `@@ -${at + 1} +${at + 1} @@\n-${line}\n+Line`)
    const count = (earlier: readonly Earlier[]): number =>
      scripts.reviewOf(artifact(diffOf(file, ...many)), { ...pull, files }, earlier).review.comments.length
    const own = { path: 'x', line: 1, body: 'x', user: { login: 'github-actions[bot]' } }
    expect([count([]), count(Array(95).fill(own)), count(Array(200).fill(own))]).toEqual([20, 5, 0])
  })
})

describe('an artifact of another shape is refused', () => {
  test.each([
    [
      'of another pull request',
      { number: 8, head },
      'the artifact is of another pull request, or of another commit',
    ],
    [
      'of another commit',
      { number: 7, head: 'cd'.repeat(20) },
      'the artifact is of another pull request, or of another commit',
    ],
    [
      'with a word for a number',
      { number: '7', head },
      'the artifact does not say which pull request it is of',
    ],
    ['with no commit', { number: 7, head: 'main' }, 'the artifact does not say which pull request it is of'],
    [
      'with more',
      { number: 7, head, body: '@everyone' },
      'the artifact does not say which pull request it is of',
    ],
    ['with null', null, 'the artifact does not say which pull request it is of'],
    ['with a list', [head], 'the artifact does not say which pull request it is of'],
  ])('%s', (_, claim, message) => {
    expect(() => scripts.reviewOf(artifact('', claim), pull, [])).toThrow(new Error(message))
  })

  test('without its data', () => {
    const message = 'the artifact does not say which pull request it is of'
    expect(() => scripts.reviewOf(new Map(), pull, [])).toThrow(new Error(message))
    expect(() => scripts.reviewOf(new Map([['pull-request.json', '{']]), pull, [])).toThrow(
      new Error(message),
    )
  })

  test.each([
    ['no diff', '::error::x\n', 'a diff that holds more than changes of files'],
    [
      'a renamed file',
      `--- a/${file}\n+++ b/src/cli.ts\n@@ -12 +12 @@\n-twelve\n+x\n`,
      'a diff that holds more than changes of files',
    ],
    [
      'text after a hunk',
      `${diffOf(file, '@@ -12 +12 @@\n-twelve\n+x')}@everyone\n`,
      'a diff that holds more than changes of files',
    ],
    ['no hunk', diffOf(file), 'a file without changes'],
    ['a short hunk', diffOf(file, '@@ -12,9 +12 @@\n-twelve\n+x'), 'a hunk that is shorter than it says'],
    [
      'a hunk of other lines',
      diffOf(file, '@@ -12,2 +12 @@\n-twelve\n*x\n+x'),
      'a hunk that is shorter than it says',
    ],
    [
      'a hunk with too many new lines',
      diffOf(file, '@@ -12,1 +12,1 @@\n+x\n+y\n-twelve'),
      'a hunk that is longer than it says',
    ],
  ])('%s', (_, diff, message) => {
    expect(() => review(diff)).toThrow(new Error(message))
  })
})
