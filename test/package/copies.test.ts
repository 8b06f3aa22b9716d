import { expect, test } from 'vitest'
import type { Drill } from '../../src/model/generated/published/drill.ts'
import { compiled } from '../contract/packages.ts'
import { sample, samplePath } from '../support/samples.ts'
import { validFiles } from '../support/terminal.ts'

const body = 'We would keep “both” in one release, and that’s that.'
const { files } = compiled({ ...validFiles, [samplePath('hurried')]: sample({ body }) })

/** The files that hold a text, as JSON or as a JSON text in a module. */
const holding = (text: string): string[] => {
  const json = JSON.stringify(text).slice(1, -1)
  const forms = [json, json.replace(/[\\']/g, '\\$&')]
  return [...files]
    .flatMap(([name, file]) => (forms.some((form) => file.includes(form)) ? [name] : []))
    .sort()
}

const drills = JSON.parse(files.get('drills.json') ?? '[]') as Drill[]

test.each(drills.map((drill) => [drill.id, drill] as const))(
  'the answer of %s is there twice',
  (id, drill) => {
    const { html } = drill.kind === 'question' ? drill.answer : (drill.sections[0]?.body ?? drill.prompt)
    expect(holding(html)).toEqual(['drills.json', `drills/${id}.json`])
    expect(holding(drill.criteria[0]?.met.html ?? '')).toEqual(['drills.json', `drills/${id}.json`])
  },
)

test('prompts are there twice besides the drills that they belong to, samples twice', () => {
  expect(holding(drills[0]?.prompt.html ?? '')).toEqual([
    'drills.json',
    'drills/voice-note-search.json',
    'prompts.json',
    'prompts/voice-note-search.json',
  ])
  expect(holding(body)).toEqual(['samples.json', 'samples/voice-note-search.json'])
})
