import { expect, test } from 'vitest'
import { edit, paths, valid } from '../support/corpus.ts'
import { ofRound, report } from '../support/found.ts'

const promptText = 'A note-taking app wants people to find what they once said. Design it.'
const inPrompt = (text: string): string[] => ofRound(edit(valid.round, promptText, text), 'plain-markdown')

test('HTML in blocks, text, lists and comments', () => {
  expect(inPrompt('<div>Design</div>')).toEqual([
    '14:1-14:18 «<div>Design</div>» Unexpected HTML `<div>Design</div>`, expected plain Markdown',
  ])
  expect(inPrompt('Design <b>it</b> well.')).toEqual([
    '14:8-14:11 «<b>» Unexpected HTML `<b>`, expected plain Markdown',
    '14:13-14:17 «</b>» Unexpected HTML `</b>`, expected plain Markdown',
  ])
  expect(inPrompt('Design it <!-- TODO --> well.')).toEqual([
    '14:11-14:24 «<!-- TODO -->» Unexpected HTML `<!-- TODO -->`, expected plain Markdown',
  ])
  expect(inPrompt('- Design <br> it.\n- <details>\n  More\n  </details>')).toEqual([
    '14:10-14:14 «<br>» Unexpected HTML `<br>`, expected plain Markdown',
    '15:3-17:13 «<details>⏎  More⏎  </details>» Unexpected HTML `<details> More </details>`, expected plain Markdown',
  ])
  expect(inPrompt('<script>alert(1)</script>')).toEqual([
    '14:1-14:26 «<script>alert(1)</script>» Unexpected HTML `<script>alert(1)</script>`, expected plain Markdown',
  ])
  expect(inPrompt('Answer in 5 < 6 steps & `<b>` in code.')).toEqual([])
  expect(inPrompt('    <b>indented code</b>')).toEqual([])
})

test('tables', () => {
  expect(inPrompt('a | b\n--|--\nc | d')).toEqual([
    '15:1-15:6 «--|--» Unexpected table `--|--`, expected a list',
  ])
  expect(inPrompt('| a | b |\n| :--- | ---: |\n| c | d |')).toEqual([
    '15:1-15:16 «| :--- | ---: |» Unexpected table `| :--- | ---: |`, expected a list',
  ])
  expect(inPrompt('|a|b|\n|-|-|\n|c|d|')).toEqual([
    '15:1-15:6 «|-|-|» Unexpected table `|-|-|`, expected a list',
  ])
  expect(inPrompt('- | -\n- a | b')).toEqual([])
  expect(inPrompt('A setext look-alike:\n\n---\n\nDesign it.')).toEqual([])
})

test('single tildes, subscripts and superscripts', () => {
  expect(inPrompt('Design ~this~ that.')).toEqual([
    '14:8-14:14 «~this~» Unexpected strikethrough `~this~`, expected the text that counts',
  ])
  expect(inPrompt('Not H~2~O, nor log~10~ of it.')).toEqual([
    '14:6-14:9 «~2~» Unexpected subscript `~2~`, expected words or plain characters (`x₂`)',
    '14:19-14:23 «~10~» Unexpected subscript `~10~`, expected words or plain characters (`x₂`)',
  ])
  expect(inPrompt('A room of 30 m^2^ is small.')).toEqual([
    '14:15-14:18 «^2^» Unexpected superscript `^2^`, expected words or plain characters (`x²`)',
  ])
  expect(inPrompt('It takes ~5 to ~9 s (~7), 5~9 at night, ~/a to ~/b, `~c~` and 2^3^2.')).toEqual([])
})

test('footnotes in the line and of one word', () => {
  expect(inPrompt('Design it^[with some care].')).toEqual([
    '14:10-14:27 «^[with some care]» Unexpected footnote `^[with some care]`, expected a link or a sentence',
  ])
  expect(ofRound(edit(valid.round, promptText, 'Design it[^1].\n\n[^1]: Carefully'))).toEqual([
    '14:10-14:14 «[^1]» plain-markdown: Unexpected footnote `[^1]`, expected a link or a sentence',
    '16:1-16:5 «[^1]» plain-markdown: Unexpected footnote `[^1]`, expected a link or a sentence',
  ])
  expect(inPrompt('Let x^[2] be it.')).toEqual([])
})

test('other extensions', () => {
  expect(inPrompt('Design ~~this~~ that.')).toEqual([
    '14:8-14:16 «~~this~~» Unexpected strikethrough `~~this~~`, expected the text that counts',
  ])
  expect(inPrompt('Design it[^1].\n\n[^1]: With some care.')).toEqual([
    '14:10-14:14 «[^1]» Unexpected footnote `[^1]`, expected a link or a sentence',
    '16:1-16:5 «[^1]» Unexpected footnote `[^1]`, expected a link or a sentence',
  ])
  expect(inPrompt('- [ ] Design it\n- [x] Build it')).toEqual([
    '14:3-14:6 «[ ]» Unexpected task list item `[ ]`, expected a plain list item',
    '15:3-15:6 «[x]» Unexpected task list item `[x]`, expected a plain list item',
  ])
  expect(inPrompt('See [[Other page]] first.')).toEqual([
    '14:5-14:19 «[[Other page]]» Unexpected wiki link `[[Other page]]`, expected a Markdown link (`[text](target)`)',
  ])
  expect(inPrompt(':::note\nDesign it.\n:::')).toEqual([
    '14:1-14:8 «:::note» Unexpected directive `:::note`, expected plain text',
  ])
  expect(inPrompt('> :::: tip\n>\n> Design it.\n>\n> ::::')).toEqual([
    '14:3-14:11 «:::: tip» Unexpected directive `:::: tip`, expected plain text',
  ])
  expect(inPrompt('Design it.\n\n:::')).toEqual([
    '16:1-16:4 «:::» Unexpected directive `:::`, expected plain text',
  ])
  expect(inPrompt('!!! note "Mind"\n    Design it.')).toEqual([
    '14:1-14:16 «!!! note "Mind"» Unexpected directive `!!! note "Mind"`, expected plain text',
  ])
  expect(inPrompt('Design ~~this\nand~~ that.')).toEqual([
    '14:8-15:6 «~~this⏎and~~» Unexpected strikethrough `~~this and~~`, expected the text that counts',
  ])
  expect(inPrompt('Design ==this== :tada: and :+1: that.')).toEqual([
    '14:8-14:16 «==this==» Unexpected highlight `==this==`, expected emphasis (`*text*`)',
    '14:17-14:23 «:tada:» Unexpected emoji code `:tada:`, expected words',
    '14:28-14:32 «:+1:» Unexpected emoji code `:+1:`, expected words',
  ])
  expect(inPrompt('Recall\n: what is found\n\nWord\n\n:   a unit')).toEqual([
    '15:1-15:16 «: what is found» Unexpected definition list `: what is found`, expected a list item with a bold label (`- **Term:** …`)',
    '19:1-19:11 «:   a unit» Unexpected definition list `: a unit`, expected a list item with a bold label (`- **Term:** …`)',
  ])
  expect(inPrompt('[TOC]\n\nDesign it.')).toEqual([
    '14:1-14:6 «[TOC]» Unexpected table of contents `[TOC]`, expected nothing in its place',
  ])
  expect(inPrompt('a == b, c==d==e, at 10:30:00, on host:port:, std::map, (a:b:c), done!!! yes???')).toEqual(
    [],
  )
})

test('attributes behind a heading are told of once', () => {
  const attributes = 'expected nothing in its place; the anchor of a heading is made of its words'
  expect(ofRound(edit(valid.round, '### Evaluation', '### Evaluation {#how-we-test}'))).toEqual([
    `33:16-33:30 «{#how-we-test}» plain-markdown: Unexpected attribute list \`{#how-we-test}\`, ${attributes}`,
  ])
  expect(ofRound(edit(valid.round, '## Criteria', '## Criteria {.wide} ##'))).toEqual([
    `55:13-55:20 «{.wide}» plain-markdown: Unexpected attribute list \`{.wide}\`, ${attributes}`,
  ])
  expect(inPrompt('Design it.\n{: .lead}')).toEqual([
    `15:1-15:10 «{: .lead}» Unexpected attribute list \`{: .lead}\`, ${attributes}`,
  ])
  expect(inPrompt('Sets like {.5, .7} or {a} and `x`{b}.')).toEqual([])
})

test('template syntax, in code too: a template engine runs before Markdown', () => {
  expect(inPrompt('Design {{ it }} well.')).toEqual([
    '14:8-14:10 «{{» Unexpected template syntax `{{`, expected text that no template engine reads',
  ])
  expect(inPrompt('Design `{% it %}` well.')).toEqual([
    '14:9-14:11 «{%» Unexpected template syntax `{%`, expected text that no template engine reads',
  ])
  expect(inPrompt('```\n{# it #}\n```')).toEqual([
    '15:1-15:3 «{#» Unexpected template syntax `{#`, expected text that no template engine reads',
  ])
  expect(inPrompt('## {{ page.title }}')).toEqual([
    '14:4-14:6 «{{» Unexpected template syntax `{{`, expected text that no template engine reads',
  ])
})

test('what looks like an extension in code is text', () => {
  expect(inPrompt('Design `a ~~b~~ [[c]] $$ [^1]` well.')).toEqual([])
  expect(inPrompt('```\n~~a~~\n| a | b |\n|---|---|\n```')).toEqual([])
})

test('a fence that is never closed', () => {
  expect(inPrompt('```\nDesign it.')).toEqual([
    '14:1-14:4 «```» Unexpected code fence that is never closed, expected a line ``` below it',
  ])
  expect(inPrompt('~~~~ text\nDesign it.\n~~~')).toEqual([
    '14:1-14:5 «~~~~» Unexpected code fence that is never closed, expected a line ~~~~ below it',
  ])
  expect(inPrompt('- a\n\n  ```\n  b')).toEqual([
    '16:3-16:6 «```» Unexpected code fence that is never closed, expected a line ``` below it',
  ])
  expect(inPrompt('```\nDesign it.\n```')).toEqual([])
  expect(inPrompt('~~~\nDesign it.\n~~~~~')).toEqual([])
  expect(inPrompt('> ```\n> Design it.\n> ```')).toEqual([])
  expect(inPrompt('- a\n\n  ```\n  b\n  ```')).toEqual([])
})

test('headings that skip a level', () => {
  const deep = '#### Further words\n\nWords.\n\n### Constraints'
  expect(ofRound(edit(valid.round, '### Constraints', deep), 'plain-markdown')).toEqual([
    '18:1-18:19 «#### Further words» Unexpected heading of level 4 under one of level 2, expected level 3',
  ])
  // Which level a declared heading has to have is told by `sections`.
  for (const [right, wrong] of [
    ['### Constraints', '#### Constraints'],
    ['## Prompt', '### Prompt'],
    ['### Model path', '# Model path'],
  ] as const)
    expect(ofRound(edit(valid.round, right, wrong))).toEqual([
      expect.stringContaining(`expected \`${right}\``),
    ])
  expect(
    ofRound(
      edit(valid.round, '# Voice note search', 'Voice note search\n================='),
      'plain-markdown',
    ),
  ).toEqual([])
})

test('CRLF files and definition documents', () => {
  expect(
    ofRound(edit(valid.round, promptText, 'Design <b>it</b>.').replaceAll('\n', '\r\n'), 'plain-markdown'),
  ).toEqual([
    '14:8-14:11 «<b>» Unexpected HTML `<b>`, expected plain Markdown',
    '14:13-14:17 «</b>» Unexpected HTML `</b>`, expected plain Markdown',
  ])
  expect(
    ofRound(
      edit(valid.round, promptText, '```\na\n```\n\nDesign it.').replaceAll('\n', '\r\n'),
      'plain-markdown',
    ),
  ).toEqual([])
  expect(report({ [paths.rubric]: `${valid.rubric}\n<hr>\n` }, 'plain-markdown')).toEqual([
    '168:1-168:5 «<hr>» Unexpected HTML `<hr>`, expected plain Markdown',
  ])
})

test('links that keep apart what their words alone, as they are published, make unsafe', () => {
  const target = '../incidents/empty-search-results.md'
  const link = (words: string): string => `[${words}](${target})`
  const beside = (text: string): string[] =>
    report(
      { [paths.round]: edit(valid.round, promptText, text), [paths.incident]: valid.incident },
      'plain-markdown',
    )
  const midst = (words: string, what: string): string =>
    `Unexpected link \`${link(words)}\` in the midst of ${what}: only its words are published, expected plain text around them`
  expect(beside(`Design <scr${link('ipt')}>alert(1)<p>`)).toEqual([
    `14:12-14:55 «[ipt](../incidents/empty-search-results…» ${midst('ipt', 'HTML `<script>`')}`,
    '14:64-14:67 «<p>» Unexpected HTML `<p>`, expected plain Markdown',
  ])
  expect(beside(`Design {${link('')}{ it }}`)).toEqual([
    `14:9-14:49 «[](../incidents/empty-search-results.md)» ${midst('', 'template syntax `{{`')}`,
  ])
  // A link around a link is told of as such.
  expect(beside(`[Design ${link('it')}](javascript:alert(1))`)).toEqual([])
  expect(beside(`\`\`${link('`')}\`<b>\``)).toHaveLength(1)
  expect(beside(`${link('')}${'> '.repeat(80)}Design it`)).toHaveLength(1)
  expect(beside(`Design ${link('`it` & <more>')} in 5 < 6 steps [of 7], ${link('it')}`)).toHaveLength(1)
  expect(beside(`Design ${link('`it` & more')} in 5 < 6 steps [of 7], ${link('it')}`)).toEqual([])
  expect(beside(`<scr${link('ipt')}>alert(1)`).map((line) => line.slice(0, 10))).toEqual(['14:5-14:48'])
  expect(beside(`<img [x](https://example.org) src=1>`)).toEqual([])
})
