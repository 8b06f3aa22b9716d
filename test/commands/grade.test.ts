import { describe, expect, test } from 'vitest'
import { edit, paths, valid } from '../support/corpus.ts'
import { drills, memoryReader, type Ran, root, validFiles } from '../support/terminal.ts'

const answer = `# Constraints

We assume 300 people search their notes at the weekday peak.

# Model path

ASR, then an embedding of each sentence, then a reranker, with a cache, a queue and a codec before all of them, and a second embedding for rare words, a third one for names, and a larger reranker at night.

# Evaluation

Recall on one offline slice.

# Operations

- **CI/CD:** index and recogniser are pinned together.
- **Rollback:** we go back to the previous index.
- No alerts yet.
- The index is never stale.
`

const redirects = `renamed: { note-search: voice-note-search, old-draft: coming }
split: { all-search: { ids: [voice-note-search, empty-search-results], reason: two skills } }
retired: { fax-search: nobody sends faxes }
`

/** Grades a file beside the corpus. */
function grade(
  args: readonly string[],
  text = answer,
  more: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const files = { ...validFiles, [paths.redirects]: redirects, ...more }
  const reader = {
    ...memoryReader(files, { '/home/answer.md': text }),
    list: (folder: string) => (folder === '/home' ? ['answer.md', 'notes.md'] : []),
  }
  return drills(['grade', ...args], { reader })
}

const usual = ['/home/answer.md', '--drill', 'voice-note-search']

test('text: criteria with marks, sentences and what they lack, points, red flags, and what it is worth', async () => {
  const { code, stdout, stderr } = await grade(usual)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toMatchInlineSnapshot(`
    "Voice note search (voice-note-search)

    Criteria of the drill

      ✔ One release for both (weight 8): found
        “**CI/CD:** index and recogniser are pinned together.”

      ✖ Index goes stale (weight 5): denied
        “The index is never stale.”

    General criteria

      ✔ Explicit assumptions (weight 15): found
        “We assume 300 people search their notes at the weekday peak.”

      · Measurable launch gates (weight 20): nothing found
        lacks a bound (“under 80 ms”, “3 % or less”, “capped at 0.2”, “none during a
              four-hour soak”) or what fails a release, with a number (“blocked when
              recall falls 2 %”)

      · Privacy-safe observability (weight 15): nothing found
        lacks what is recorded or watched (“we log”, “dashboards”, “latency and
              error counts”)
        lacks what is left out or how it is protected (“without transcripts”,
              “hashed ids only”, “deleted audio”)

      · Rollback path (weight 15): nothing found
        “**Rollback:** we go back to the previous index.”
        lacks a trigger or a time, with a number (“when errors exceed 2 %”, “in 5
              minutes”)

      · Cost and latency reasoning (weight 20): nothing found
        “ASR, then an embedding of each sentence, then a reranker, with a cache, a
        queue and a codec before all of them, and a second embedding for rare words,
        a third one for names, and a larger reranker at night.”
        lacks two amounts (“40 ms”, “30 % more GPU time”, “two GPUs”; “from 4 to 2
              s” is one)

      ✖ Learning from failures (weight 15): denied
        “The index is never stale.”

    Points mentioned

      Constraints
        ✖ Latency, Quality, Privacy, Data retention, Cost, Traffic, Failure
          tolerance
      Evaluation
        ✔ Offline slices
        ✖ Online SLOs, Human review, Regression budgets
      Operations
        ✔ CI/CD, Alerts, Rollback
        ✖ Deployment, Monitoring, Incident ownership, Failure modes, Learning

    Red flags

      ▲ Model choice is the system: Model path takes 40 words, Evaluation and
        Operations together 29

    What was found would give 48 of 100 if all of it were met. These are places to
    look at, found by words; nobody has judged them. Read the sentences and grade
    yourself.
    "
  `)
})

test('no line is wider than 80 columns, however wide the terminal, or than a narrower one', async () => {
  const long = `# Operations\n\nIndex and recogniser are pinned together${', and we search the notes and tell everybody'.repeat(20)}.`
  for (const [columns, most] of [
    [200, 80],
    [80, 80],
    [60, 60],
    [10, 40],
  ] as const) {
    const reader = memoryReader(validFiles, { '/home/answer.md': long })
    const { stdout } = await drills(['grade', ...usual], { reader, columns })
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(most)
    expect(stdout).toContain('and tell everybody')
  }
})

test('json is the assessment as it is', async () => {
  const { code, stdout, stderr } = await grade([...usual, '--format', 'json'])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  const found = JSON.parse(stdout) as { general: { id: string }[] }
  expect(Object.keys(found)).toEqual([
    'criteria',
    'general',
    'sections',
    'redFlags',
    'offTopic',
    'language',
    'weight',
  ])
  expect(found.general[0]).toEqual({
    id: 'explicit-assumptions',
    status: 'found',
    sentence: 'We assume 300 people search their notes at the weekday peak.',
    at: { start: 15, end: 75 },
    matched: ['300 people'],
  })
  expect(found).toMatchObject({ weight: { found: 48, possible: 100 } })
})

test('a question without criteria has nothing to look for', async () => {
  const [question] = valid.question.split('## Criteria')
  const { code, stdout } = await grade(['/home/answer.md', '--drill', 'what-is-recall'], answer, {
    [paths.question]: String(question),
  })
  expect(code).toBe(0)
  expect(stdout).toContain('\nThis drill has no criteria: there is nothing to look for.\n')
  expect(stdout).not.toContain('criteria\n')
})

test('in a model answer that is given back everything is found', async () => {
  const { stdout } = await grade(usual, valid.round)
  expect(stdout).toContain('would give 100 of 100 if')
})

test('in a prompt that is given back nothing is found', async () => {
  const prompt = 'Assume 300 callers.'
  const round = edit(valid.round, 'Design it.', prompt)
  const { stdout } = await grade(usual, `# Constraints\n\n${prompt}`, { [paths.round]: round })
  expect(stdout).toContain('would give 0 of 100 if')
})

test('a draft can be graded too', async () => {
  const draft = edit(valid.round, 'topics: [asr]', 'topics: [asr]\nstatus: draft')
  expect(await grade(usual, answer, { [paths.round]: draft })).toMatchObject({ code: 0, stderr: '' })
})

test('an old name leads to the drill, and says so', async () => {
  const { code, stdout, stderr } = await grade(['/home/answer.md', '--drill', 'note-search'])
  expect({ code, stderr }).toEqual({ code: 0, stderr: 'drills: `note-search` is now `voice-note-search`\n' })
  expect(stdout).toMatch(/^Voice note search \(voice-note-search\)\n/)
})

test('an answer in another language is not read, and says so', async () => {
  const { stdout } = await grade(
    usual,
    'Wir nehmen an, dass in der Spitzenstunde 300 Anrufer gleichzeitig sprechen und nichts gespeichert wird.',
  )
  expect(stdout).toContain('  ? Rollback path (weight 15): not read\n')
  expect(stdout).toContain(
    'The answer seems to be in another language than the drills, so nothing in it was\nread.',
  )
  expect(stdout).not.toContain('lacks')
})

test('words of the answer can neither move the cursor nor command a runner', async () => {
  const { stdout } = await grade(
    usual,
    '# Constraints\n\nWe assume 300 \u001b[2J voice notes ::error::\u202e now and search them.',
  )
  expect(stdout).toContain('We assume 300 \\x1b[2J voice notes : :error: :\\u{202e} now and')
  const { stdout: json } = await grade(
    [...usual, '--format', 'json'],
    '# Constraints\n\nWe assume 300 voice notes \u202e ::error:: now and search them.',
  )
  expect(json).not.toContain('\u202e')
  expect(json).not.toContain('::error')
  expect(json).toContain('\\u202e')
})

describe('wrong usage is one line', () => {
  test.each([
    [
      'no file',
      ['--drill', 'voice-note-search'],
      '`drills grade` takes one file with an answer; see `drills grade --help`',
    ],
    [
      'two files',
      ['a.md', ...usual],
      '`drills grade` takes one file with an answer; see `drills grade --help`',
    ],
    ['no drill', ['/home/answer.md'], '`drills grade` needs `--drill <id>`, the drill that was answered'],
    [
      'a misspelt drill',
      ['/home/answer.md', '--drill', 'voice-note-serch'],
      'unknown drill `voice-note-serch`; did you mean `voice-note-search`?',
    ],
    [
      'an unknown drill',
      ['/home/answer.md', '--drill', '__proto__'],
      'unknown drill `__proto__`; the files in `drills/` are named after the drills',
    ],
    [
      'a drill that was split',
      ['/home/answer.md', '--drill', 'all-search'],
      'the drill `all-search` was split; choose `voice-note-search` or `empty-search-results`',
    ],
    [
      'a drill that was retired',
      ['/home/answer.md', '--drill', 'fax-search'],
      'the drill `fax-search` was retired: nobody sends faxes',
    ],
    [
      'a misspelt file',
      ['/home/anser.md', '--drill', 'voice-note-search'],
      'no such file: `/home/anser.md`; did you mean `/home/answer.md`?',
    ],
    [
      'a missing file',
      ['/else/x.md', '--drill', 'voice-note-search'],
      'no such file: `/else/x.md`; expected a Markdown file with your answer',
    ],
    ['a folder', ['/home', '--drill', 'voice-note-search'], 'can’t read `/home`: it is a folder'],
    [
      'a file without permission',
      [`${root}/${paths.round}`, '--drill', 'voice-note-search'],
      `can’t read \`${root}/${paths.round}\`: expected a text file with permission to read it`,
    ],
    ['an unknown format', [...usual, '--format', 'jsn'], 'unknown format `jsn`; did you mean `json`?'],
  ])('%s', async (_, args, message) => {
    expect(await grade(args)).toEqual({ code: 2, stdout: '', stderr: `drills: ${message}\n` })
  })

  test('an answer that is too long', async () => {
    expect(await grade(usual, 'x'.repeat(300_000))).toEqual({
      code: 2,
      stdout: '',
      stderr: 'drills: the answer has 300000 characters, expected at most 262144\n',
    })
  })

  test('definition documents that can’t be read', async () => {
    expect(await grade(usual, answer, { [paths.rubric]: '# Rubric\n' })).toEqual({
      code: 2,
      stdout: '',
      stderr: 'drills: the rubric or the practice loop can’t be read; `drills lint` says why\n',
    })
    const torn = edit(valid.rubric, 'closed: $halt |', 'closed: $nowhere |')
    expect(await grade(usual, answer, { [paths.rubric]: torn })).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'drills: a pattern of the rubric or the practice loop can’t be read; `drills lint` says which\n',
    })
  })
})

test('help tells what it is and is not', async () => {
  const { code, stdout } = await grade(['--help'])
  expect(code).toBe(0)
  expect(stdout).toMatch(/^Usage: drills grade <answer\.md> --drill <id> \[flags\]\n/)
  expect(stdout).toContain('It says nothing about quality.')
})

test('the front matter of a sample is no part of its answer', async () => {
  const matter = '---\ndrill: voice-note-search\nverdicts: { one-release-for-both: met }\n---\n'
  const [plain, sample] = [await grade(usual), await grade(usual, matter + answer)]
  expect(sample).toEqual(plain)
})
