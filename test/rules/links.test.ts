import { expect, test } from 'vitest'
import { edit, paths, valid } from '../support/corpus.ts'
import { ofRound, report } from '../support/found.ts'

const prompt = (text: string): string[] => ofRound(edit(valid.round, 'Design it.', text), 'links')

test.each([
  ['http://example.org', 'http:'],
  ['JavaScript:alert(1)', 'JavaScript:'],
  ['javascript&colon;alert(1)', 'javascript:'],
  ['data:text/html,x', 'data:'],
  ['vbscript:x', 'vbscript:'],
  ['mailto:a@example.org', 'mailto:'],
  ['ftp://example.org/a', 'ftp:'],
  ['file:///etc/passwd', 'file:'],
  ['c:/windows', 'c:'],
  ['https:example.org', 'https:'],
  ['https:/example.org', 'https:'],
  ['https://', 'https:'],
])('the address %s', (url, scheme) => {
  const link = `[a](${url})`
  const [found, ...more] = prompt(link)
  expect(more).toEqual([])
  expect(found).toContain(
    `14:61-14:${61 + link.length} «${link}» Unexpected scheme \`${scheme}\` of the address `,
  )
})

test('a link without words, which nobody would see', () => {
  expect(prompt('[](https://example.org)')).toEqual([
    '14:61-14:84 «[](https://example.org)» Unexpected link to `https://example.org` without words, expected words between its brackets',
  ])
})

test('controls that a browser skips do not hide a scheme', () => {
  expect(prompt('[a](java&#9;script:alert)')).toEqual([
    '14:61-14:86 «[a](java&#9;script:alert)» Unexpected scheme `javascript:` of the address `javascript:alert`, expected `https://…`',
  ])
  expect(prompt('[a](<java&#10;script:alert>)')).toEqual([
    '14:61-14:89 «[a](<java&#10;script:alert>)» Unexpected scheme `javascript:` of the address `javascript:alert`, expected `https://…`',
  ])
})

test('addresses that lead to another host or to the root of this one', () => {
  expect(prompt('[a](//example.org)')).toEqual([
    '14:61-14:79 «[a](//example.org)» Unexpected address without a scheme `//example.org`, expected `https://…`',
  ])
  expect(prompt('[a](\\\\\\\\example.org)')).toEqual([
    '14:61-14:81 «[a](\\\\\\\\example.org)» Unexpected address without a scheme `\\\\example.org`, expected `https://…`',
  ])
  expect(prompt('[a](/\\example.org)')).toEqual([
    '14:61-14:79 «[a](/\\example.org)» Unexpected address without a scheme `/\\example.org`, expected `https://…`',
  ])
  expect(prompt('[a](/rubric.md)')).toEqual([
    '14:61-14:76 «[a](/rubric.md)» Unexpected absolute path `/rubric.md`, expected a path relative to this file',
  ])
  expect(prompt('[a](..\\rubric.md)')).toEqual([
    '14:61-14:78 «[a](..\\rubric.md)» Unexpected backslash in the address `..\\rubric.md`, expected `/`',
  ])
  expect(prompt('[a](https:\\\\\\\\example.org)')).toEqual([
    '14:61-14:87 «[a](https:\\\\\\\\example.org)» Unexpected scheme `https:` of the address `https:\\\\example.org`, expected `https://…`',
  ])
})

test('empty, and too long', () => {
  expect(prompt('[a]()')).toEqual([
    '14:61-14:66 «[a]()» Unexpected empty address, expected `https://…` or a path relative to this file',
  ])
  expect(prompt('[a](<  >)')).toEqual([
    '14:61-14:70 «[a](<  >)» Unexpected empty address, expected `https://…` or a path relative to this file',
  ])
  expect(prompt(`[a](https://example.org/${'x'.repeat(2048)})`)).toEqual([
    '14:61-14:2134 «[a](https://example.org/xxxxxxxxxxxxxxx…» Unexpected address of 2068 characters, expected at most 2048',
  ])
  expect(prompt(`[a](https://example.org/${'x'.repeat(2000)})`)).toEqual([])
})

test('bare addresses', () => {
  expect(prompt('See https://example.org/a.')).toEqual([
    '14:65-14:86 «https://example.org/a» Unexpected bare address `https://example.org/a`, expected a link with words (`[title](https://…)`)',
  ])
  expect(prompt('See <https://example.org/a>.')).toEqual([
    '14:65-14:88 «<https://example.org/a>» Unexpected bare address `https://example.org/a`, expected a link with words (`[title](https://…)`)',
  ])
  expect(prompt('See www.example.org or http://a.example.')).toEqual([
    '14:65-14:80 «www.example.org» Unexpected bare address `www.example.org`, expected a link with words (`[title](https://…)`)',
    '14:84-14:100 «http://a.example» Unexpected bare address `http://a.example`, expected a link with words (`[title](https://…)`)',
  ])
  expect(prompt('Write to <me@example.org>.')).toEqual([
    '14:70-14:86 «<me@example.org>» Unexpected bare address `mailto:me@example.org`, expected a link with words (`[title](https://…)`)',
  ])
  expect(prompt('See `https://example.org` and [https://example.org](https://example.org).')).toEqual([])
})

test('images', () => {
  expect(prompt('![a chart](https://example.org/a.png)')).toEqual([
    '14:61-14:98 «![a chart](https://example.org/a.png)» Unexpected image `a chart`, expected words; the package carries no images',
  ])
  expect(prompt('![](a.png)')).toEqual([
    '14:61-14:71 «![](a.png)» Unexpected image `a.png`, expected words; the package carries no images',
  ])
  expect(prompt('![a][i]\n\n[i]: a.png')).toEqual([
    '14:61-14:68 «![a][i]» Unexpected image `a`, expected words; the package carries no images',
  ])
})

test('a definition is judged once, where it stands', () => {
  expect(prompt('[a][x] and [b][x]\n\n[x]: http://example.org')).toEqual([
    '16:1-16:24 «[x]: http://example.org» Unexpected scheme `http:` of the address `http://example.org`, expected `https://…`',
  ])
  expect(prompt('Design it.\n\n[unused]: javascript:alert(1)')).toEqual([
    '16:1-16:30 «[unused]: javascript:alert(1)» Unexpected scheme `javascript:` of the address `javascript:alert(1)`, expected `https://…`',
  ])
})

test('good links', () => {
  expect(
    prompt('[a](https://example.org), [b](HTTPS://example.org), [c](../practice-loop.md), [d](#answer).'),
  ).toEqual([])
})

test('definition documents', () => {
  expect(report({ [paths.rubric]: `${valid.rubric}\n[a](http://example.org)\n` }, 'links')).toEqual([
    '168:1-168:24 «[a](http://example.org)» Unexpected scheme `http:` of the address `http://example.org`, expected `https://…`',
  ])
})

test('a reference without a link', () => {
  const references =
    '\n## References\n\n- [A paper](https://arxiv.org/abs/2006.01416): the metric\n- A book about metrics\n'
  expect(ofRound(`${valid.round}${references}`, 'links')).toEqual([
    '91:1-91:23 «- A book about metrics» Unexpected reference `A book about metrics` without a link, expected `[Title](https://…): what it is cited for`',
  ])
})
