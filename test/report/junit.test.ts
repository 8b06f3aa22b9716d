import { describe, expect, test } from 'vitest'
import type { Diagnostic } from '../../src/model/diagnostic.ts'
import { junit } from '../../src/report/junit.ts'
import { found, reportInput } from '../support/report.ts'
import { elementsOf, readXml, textsOf } from '../support/xml.ts'

const warning: Diagnostic = { ...found, line: 4, endLine: 4, severity: 'warning', rule: 'answer-length' }

test('each file is a suite, each finding a failure, and a file without findings passes', () => {
  const other = { ...found, file: 'drills/rounds/b.md', message: 'it is here' }
  expect(junit(reportInput([{ ...found, related: [other] }, warning]))).toBe(
    `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="drills lint" tests="4" failures="2" errors="0">
  <testsuite name="drills/practice-loop.md" tests="1" failures="0" errors="0">
    <testcase name="no findings" classname="drills/practice-loop.md" file="drills/practice-loop.md"/>
  </testsuite>
  <testsuite name="drills/rounds/a.md" tests="2" failures="2" errors="0">
    <testcase name="points 2:3" classname="drills/rounds/a.md" file="drills/rounds/a.md" line="2">
      <failure type="error: points" message="Unexpected word \`one\`, expected another">drills/rounds/a.md:2:3 error
Unexpected word \`one\`, expected another
drills/rounds/b.md:2:3 it is here
https://example.org/points.md</failure>
    </testcase>
    <testcase name="answer-length 4:3" classname="drills/rounds/a.md" file="drills/rounds/a.md" line="4">
      <failure type="warning: answer-length" message="Unexpected word \`one\`, expected another">drills/rounds/a.md:4:3 warning
Unexpected word \`one\`, expected another
https://example.org/points.md</failure>
    </testcase>
  </testsuite>
  <testsuite name="drills/rubric.md" tests="1" failures="0" errors="0">
    <testcase name="no findings" classname="drills/rubric.md" file="drills/rubric.md"/>
  </testsuite>
</testsuites>
`,
  )
})

test('a finding in a file that was not asked for has a suite too, in order', () => {
  const xml = readXml(junit(reportInput([{ ...found, file: 'drills/redirects.yml' }])))
  const names = elementsOf(xml, 'testsuite').map(({ attributes }) => attributes.get('name'))
  expect(names).toEqual([
    'drills/practice-loop.md',
    'drills/redirects.yml',
    'drills/rounds/a.md',
    'drills/rubric.md',
  ])
  expect(xml.attributes.get('tests')).toBe('4')
})

describe('author text', () => {
  const all = Array.from({ length: 0xffff + 1 }, (_, code) => String.fromCharCode(code)).join('')
  const hostile = `]]></failure><x a="b" c='d'>&amp;&#27;\u001b\0\ud800\udc00\udfff ${all}`

  test('is text in every place, whatever characters it holds', () => {
    const bad: Diagnostic = {
      ...found,
      file: hostile,
      message: hostile,
      related: [{ ...found, message: hostile }],
    }
    const xml = readXml(junit(reportInput([bad], { files: [] })))
    const [suite] = elementsOf(xml, 'testsuite')
    const [failure] = elementsOf(xml, 'failure')
    for (const text of [suite?.attributes.get('name'), failure?.attributes.get('message')])
      expect(text).toContain(
        `]]></failure><x a="b" c='d'>&amp;&#27;\\x1b\\0\u{10000}\ufffd !`.replace(' !', ' '),
      )
    expect(textsOf(xml, 'failure')[0]?.split('\n')).toHaveLength(4)
  })
})
