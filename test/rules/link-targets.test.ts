import { describe, expect, test } from 'vitest'
import { edit, type Files, findings, paths, valid } from '../support/corpus.ts'
import { report } from '../support/found.ts'

const outside = { 'README.md': ['usage', 'the-loop'], LICENSE: [], docs: [] }
const files = (text: string) => ({
  [paths.round]: edit(valid.round, 'Design it.', text),
  [paths.question]: valid.question,
})
const prompt = (text: string): string[] => report(files(text), 'link-targets', { outside })

test('files', () => {
  expect(prompt('[a](../questions/what-is-recal.md)')).toEqual([
    '14:61-14:95 «[a](../questions/what-is-recal.md)» Unexpected link target `drills/questions/what-is-recal.md`, expected a file that exists; did you mean `drills/questions/what-is-recall.md`?',
  ])
  expect(prompt('[a](nothing.md)')).toEqual([
    '14:61-14:76 «[a](nothing.md)» Unexpected link target `drills/rounds/nothing.md`, expected a file that exists',
  ])
  expect(prompt('[a](questions/what-is-recall.md)')).toEqual([
    '14:61-14:93 «[a](questions/what-is-recall.md)» Unexpected link target `drills/rounds/questions/what-is-recall.md`, expected a file that exists; did you mean `drills/questions/what-is-recall.md`?',
  ])
  expect(prompt('[a](../questions/what-is-recall.md) and [b](./voice-note-search.md?plain=1)')).toEqual([])
})

test('anchors', () => {
  expect(prompt('[a](../questions/what-is-recall.md#answr)')).toEqual([
    '14:61-14:102 «[a](../questions/what-is-recall.md#answ…» Unexpected anchor `#answr`, expected a heading of `drills/questions/what-is-recall.md`; did you mean `#answer`?',
  ])
  expect(prompt('[a](#nowhere-at-all)')).toEqual([
    '14:61-14:81 «[a](#nowhere-at-all)» Unexpected anchor `#nowhere-at-all`, expected a heading of `drills/rounds/voice-note-search.md`',
  ])
  expect(prompt('[a](../rubric.md#rollback)')).toEqual([
    '14:61-14:87 «[a](../rubric.md#rollback)» Unexpected anchor `#rollback`, expected a heading of `drills/rubric.md`',
  ])
  expect(prompt('[a](../questions/what-is-recall.md#Answer)')).toEqual([
    '14:61-14:103 «[a](../questions/what-is-recall.md#Answ…» Unexpected anchor `#Answer`, expected a heading of `drills/questions/what-is-recall.md`; did you mean `#answer`?',
  ])
  expect(
    prompt('[a](#model-path), [b](../questions/what-is-recall.md#what-does-recall-at-ten-measure), [c](#)'),
  ).toEqual([])
})

test('repeated headings have numbered anchors', () => {
  const twice = `${valid.question}\n## Prompt\n\nAgain.\n`
  expect(
    report(
      {
        [paths.round]: edit(valid.round, 'Design it.', '[a](../questions/what-is-recall.md#prompt-1)'),
        [paths.question]: twice,
      },
      'link-targets',
    ),
  ).toEqual([])
  expect(prompt('[a](../questions/what-is-recall.md#prompt-1)')).toEqual([
    '14:61-14:105 «[a](../questions/what-is-recall.md#prom…» Unexpected anchor `#prompt-1`, expected a heading of `drills/questions/what-is-recall.md`; did you mean `#prompt`?',
  ])
})

test('outside the corpus', () => {
  expect(
    prompt('[a](../../README.md#the-loop), [b](../../LICENSE), [c](../../docs), [d](../../LICENSE#L3)'),
  ).toEqual([])
  expect(prompt('[a](../../README.md#teh-loop)')).toEqual([
    '14:61-14:90 «[a](../../README.md#teh-loop)» Unexpected anchor `#teh-loop`, expected a heading of `README.md`; did you mean `#the-loop`?',
  ])
  expect(prompt('[a](../../READTHIS.md)')).toEqual([
    '14:61-14:83 «[a](../../READTHIS.md)» Unexpected link target `READTHIS.md`, expected a file that exists',
  ])
})

test('out of the repository', () => {
  expect(prompt('[a](../../../secret.md)')).toEqual([
    '14:61-14:84 «[a](../../../secret.md)» Unexpected link `../../../secret.md` that leaves the repository, expected a file inside it',
  ])
  expect(prompt('[a](../../..)')).toEqual([
    '14:61-14:74 «[a](../../..)» Unexpected link `../../..` that leaves the repository, expected a file inside it',
  ])
  expect(prompt('[a](%2e%2e/../../secret.md)')).toEqual([
    '14:61-14:88 «[a](%2e%2e/../../secret.md)» Unexpected link `%2e%2e/../../secret.md` that leaves the repository, expected a file inside it',
  ])
  expect(prompt('[a](x/../../../../secret.md#a)')).toEqual([
    '14:61-14:91 «[a](x/../../../../secret.md#a)» Unexpected link `x/../../../../secret.md#a` that leaves the repository, expected a file inside it',
  ])
})

test('percent-encoding', () => {
  expect(prompt('[a](../questions/what%2Dis%2Drecall.md#%61nswer)')).toEqual([])
  expect(prompt('[a](%zz.md)')).toEqual([
    '14:61-14:72 «[a](%zz.md)» Unexpected link target `drills/rounds/%zz.md`, expected a file that exists',
  ])
  expect(prompt('[a](my%20file.md)')).toEqual([
    '14:61-14:78 «[a](my%20file.md)» Unexpected link target `drills/rounds/my file.md`, expected a file that exists',
  ])
})

test('every use of a broken definition is one finding, at the definition', () => {
  expect(prompt('[a][x], [b][x]\n\n[x]: gone.md')).toEqual([
    '16:1-16:13 «[x]: gone.md» Unexpected link target `drills/rounds/gone.md`, expected a file that exists',
  ])
})

test('absolute addresses and images are matters of other rules', () => {
  expect(prompt('[a](https://example.org/x.md#y) ![b](gone.png) [c](/gone.md)')).toEqual([])
})

test('definition documents', () => {
  expect(report({ [paths.loop]: edit(valid.loop, '(rubric.md)', '(rubrik.md)') }, 'link-targets')).toEqual([
    '94:213-94:232 «[rubric](rubrik.md)» Unexpected link target `drills/rubrik.md`, expected a file that exists; did you mean `drills/rubric.md`?',
  ])
})

test('CRLF and byte order mark', () => {
  expect(
    report(
      { [paths.round]: `\ufeff${edit(valid.round, 'Design it.', '[a](gone.md)').replaceAll('\n', '\r\n')}` },
      'link-targets',
    ),
  ).toEqual([
    '14:61-14:73 «[a](gone.md)» Unexpected link target `drills/rounds/gone.md`, expected a file that exists',
  ])
})

test('a draft is not there for a published drill', () => {
  const draft = edit(valid.incident, 'kind: incident', 'kind: incident\nstatus: draft')
  const linked = `${valid.round}\n## See also\n\n- [Empty results](../incidents/empty-search-results.md): what it breaks\n`
  const files = { [paths.round]: linked, [paths.incident]: draft }
  expect(report(files, 'link-targets')).toEqual([
    '90:3-90:56 «[Empty results](../incidents/empty-sear…» Unexpected link to the draft `drills/incidents/empty-search-results.md`, expected a drill that is published',
  ])
  expect(report({ ...files, [paths.incident]: valid.incident }, 'link-targets')).toEqual([])
})

describe('a drill that is gone', () => {
  const file = paths.round
  const linked = `${valid.round}\n## See also\n\n- [Empty results](../incidents/old.md): what it breaks\n`
  const told = (redirects: string, more: Files = { [paths.incident]: valid.incident }): string[] =>
    report({ [file]: linked, [paths.redirects]: redirects, ...more }, 'link-targets')
  const place = '90:3-90:39 «[Empty results](../incidents/old.md)»'

  test('has the path of what it is called now', () => {
    expect(told('renamed: { old: empty-search-results }\n')).toEqual([
      `${place} Unexpected link to \`drills/incidents/old.md\`, which was renamed, expected \`../incidents/empty-search-results.md\``,
    ])
    expect(told('renamed: { old: older, older: empty-search-results }\n')).toEqual(
      told('renamed: { old: empty-search-results }\n'),
    )
    const files = { [file]: linked, [paths.redirects]: 'renamed: { old: voice-note-search }\n' }
    expect(findings(files, 'link-targets').map(({ expected }) => expected)).toEqual([
      ['voice-note-search.md'],
    ])
  })

  test('has the paths of what it was split into', () => {
    const both = { [paths.incident]: valid.incident, [paths.question]: valid.question }
    const redirects =
      'split: { old: { ids: [empty-search-results, what-is-recall], reason: there were two in it } }\n'
    expect(told(redirects, both)).toEqual([
      `${place} Unexpected link to \`drills/incidents/old.md\`, which was split, expected \`../incidents/empty-search-results.md\` or \`../questions/what-is-recall.md\``,
    ])
  })

  test('has none when it was retired, or leads nowhere', () => {
    expect(told('retired: { old: nobody asked }\n')).toEqual([
      `${place} Unexpected link to \`drills/incidents/old.md\`, which was retired, expected a drill that exists`,
    ])
    const unknown = `${place} Unexpected link target \`drills/incidents/old.md\`, expected a file that exists`
    expect(told('renamed: { old: nothing-there }\n')).toEqual([unknown])
    expect(told('renamed: { other: empty-search-results }\n')).toEqual([unknown])
  })

  test('is sought among drills only', () => {
    const elsewhere = linked.replace('../incidents/old.md', '../notes/old.md')
    const files = { [file]: elsewhere, [paths.redirects]: 'renamed: { old: voice-note-search }\n' }
    expect(report(files, 'link-targets')).toEqual([
      '90:3-90:35 «[Empty results](../notes/old.md)» Unexpected link target `drills/notes/old.md`, expected a file that exists',
    ])
  })
})
