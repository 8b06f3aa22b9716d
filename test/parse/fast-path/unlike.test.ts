import { expect, test } from 'vitest'
import { allowsFastPath } from '../../../src/parse/fast-path.ts'
import { treesDiffer } from './compare.ts'

const matter = '---\nid: a\n---\n'

// Each needs a pattern of its own: without it this very text would take the fast path.
test.each([
  ['front matter closed by dots', '---\na\n...\n---'],
  ['front matter with a padded fence', '--- \nid: a\n---\t\n\n'],
  ['fenced code in an item', `${matter}-   \`\`\`\n  `],
  ['tilde fences', `${matter}- ~~~\n  `],
  ['code of two marks over two lines', `${matter}\n- \`\`\n  \`*\`a\n`],
  ['indented code in an item', `${matter}- - \n\n- \n      a\n      a`],
  ['tabs', `${matter}-\t  -\t\n\t\t`],
  ['backslashes', `${matter}\\**a**`],
  ['astral characters beside emphasis', `${matter}*🎙*a`],
  ['HTML that is never closed', `${matter}+ <!--+  > 。[i]: y\n\n`],
  ['HTML of a single line', `${matter}- <a@b.c></b><b\n  <a@b.c>`],
  ['quotes', `${matter}>>\n>\n`],
  ['emphasis that opens and closes at once', `${matter}*a**_`],
  ['emphasis that meets another mark', `${matter}*a_*a*`],
  ['an item that stands far off', `${matter}- a\n-     a\n  2. # a\n`],
  ['a number that stands far off', `${matter}1. a\n2.      a\n   3. # a\n`],
  ['items that are empty', `${matter}\n-\n-     a\n  - `],
  ['a lone mark of code', `${matter}- [\`**\n   ](x)a\n`],
  ['a definition above a heading', `${matter}[A]: x\n# a\n10. €}\n\n\n`],
  ['a definition inside an item', `${matter}\n- [c]: z\n===\n "t"\n  ===\n"t\nu"\n`],
  ['an address over two lines', `${matter}\n- **a:** b\n[a](   \n  c\n\n`],
  ['a label of letters beyond ASCII', `${matter}[i]: y\n\n[ı]`],
  ['a label between spaces beyond ASCII', `${matter}[\u00a0A]: x\n\n[\u00a0a]`],
  ['emphasis before a new sign', `${matter}_a_\u1b4e`],
  ['emphasis behind a new sign', `${matter}\ufdc8_a_`],
])('%s: the parsers differ, so the fast path is closed', (_, text) => {
  expect(treesDiffer(text)).toBeDefined()
  expect(allowsFastPath(text)).toBe(false)
})

test('what looks like markup and stands in code leaves the fast path open', () => {
  const cues = `${matter}- **Cues:** \`no .. held .. <time>\`, \`cut & <ratio>\`, \`a & !b\`\n`
  expect(treesDiffer(cues)).toBeUndefined()
  expect(allowsFastPath(cues)).toBe(true)
  expect(allowsFastPath(`${cues}<a`)).toBe(false)
  expect(allowsFastPath(`${cues}\`a <a\nb\``)).toBe(false)
})

test('the look at a text takes no time that a file of the largest size could multiply', () => {
  const large = 256 * 1024
  const repeated = [
    '[',
    '[é',
    '`',
    '- ',
    '\u00a0',
    '[a]:',
    '*',
    ' ',
    '[a]: x\n',
    '- -\n',
    '\n',
    '1',
    '_\u1b4e ',
  ].map((piece) => `${matter}${piece.repeat(large / piece.length)}`)
  const began = performance.now()
  for (const text of repeated) allowsFastPath(text)
  expect(performance.now() - began).toBeLessThan(2000)
})
