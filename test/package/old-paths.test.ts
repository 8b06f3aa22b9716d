import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { comparePackages } from '../../src/contract/compare-packages.ts'
import { packageView } from '../../src/contract/package-view.ts'
import { compiled } from '../contract/packages.ts'
import { paths } from '../support/corpus.ts'
import { installPackage, node, temporary, writeCorpus, writeFiles } from '../support/package.ts'
import { sample, samplePath } from '../support/samples.ts'
import { validDrills } from '../support/terminal.ts'

const redirects = `renamed:
  spoken-notes: voice-note-search
  recall-basics: what-is-recall
split:
  search-and-recall: { ids: [voice-note-search, what-is-recall], reason: it asked two things at once }
retired:
  wax-cylinders: nobody records on wax any more
`

const corpus = temporary('old-paths')
const project = temporary('old-paths-app')
const installed = path.join(project.folder, 'node_modules/audio-text-drills')

const text = (name: string): string => readFileSync(path.join(installed, name), 'utf8')

beforeAll(() => {
  writeCorpus(corpus.folder, {
    [paths.redirects]: redirects,
    [samplePath('hurried')]: sample({ level: 'middling' }),
  })
  installPackage(corpus.folder, project.folder)
})

afterAll(() => {
  corpus.remove()
  project.remove()
})

test('the old paths of a renamed drill hold what it has now', () => {
  for (const folder of ['prompts', 'drills', 'samples'])
    expect(text(`${folder}/spoken-notes.json`)).toBe(text(`${folder}/voice-note-search.json`))
  expect(text('drills/recall-basics.json')).toBe(text('drills/what-is-recall.json'))
  // The drill has no samples.
  expect(existsSync(path.join(installed, 'samples/recall-basics.json'))).toBe(false)
})

test('those of others say what became of them', () => {
  for (const folder of ['prompts', 'drills', 'samples']) {
    expect(JSON.parse(text(`${folder}/search-and-recall.json`))).toEqual({
      id: 'search-and-recall',
      status: 'split',
      ids: ['voice-note-search', 'what-is-recall'],
      reason: 'it asked two things at once',
    })
    expect(JSON.parse(text(`${folder}/wax-cylinders.json`))).toEqual({
      id: 'wax-cylinders',
      status: 'retired',
      ids: [],
      reason: 'nobody records on wax any more',
    })
  }
})

test('they are imported, and nothing else knows of them', () => {
  writeFiles(project.folder, {
    'app.js': `
      import old from 'audio-text-drills/drills/spoken-notes.json' with { type: 'json' }
      import gone from 'audio-text-drills/prompts/wax-cylinders.json' with { type: 'json' }
      import all from 'audio-text-drills/drills.json' with { type: 'json' }
      import { promptIds } from 'audio-text-drills/prompts'
      import { loadDrill } from 'audio-text-drills/drills'
      console.log(JSON.stringify([old.id, gone.status, all.map(({ id }) => id), promptIds, await loadDrill('wax-cylinders') ?? null]))`,
  })
  const ids = ['voice-note-search', 'empty-search-results', 'what-is-recall']
  expect(JSON.parse(node(['app.js'], project.folder))).toEqual([
    'voice-note-search',
    'retired',
    ids,
    ids,
    null,
  ])
  expect(existsSync(path.join(installed, 'drills/spoken-notes.js'))).toBe(false)
})

test('a package in memory has the same, unless the old id is a drill’s or its target is gone', () => {
  const { files } = compiled({ ...validDrills, [paths.redirects]: redirects })
  expect(files.get('drills/spoken-notes.json')).toBe(files.get('drills/voice-note-search.json'))
  expect(files.get('prompts/wax-cylinders.json')).toBe(text('prompts/wax-cylinders.json'))
  const broken = compiled({
    ...validDrills,
    [paths.redirects]:
      'renamed:\n  spoken-notes: nowhere\nretired:\n  what-is-recall: nobody asks for this\n',
  })
  expect(broken.files.has('drills/spoken-notes.json')).toBe(false)
  expect(JSON.parse(broken.files.get('drills/what-is-recall.json') ?? '')).toMatchObject({ kind: 'question' })
  expect(JSON.parse(broken.files.get('samples/what-is-recall.json') ?? 'null')).toBeNull()
})

test('without its redirect an old path is gone, which is a major change', () => {
  const before = compiled({ ...validDrills, [paths.redirects]: redirects }).files
  const after = compiled({
    ...validDrills,
    [paths.redirects]: redirects.replace('  spoken-notes: voice-note-search\n', ''),
  }).files
  expect(after.has('drills/spoken-notes.json')).toBe(false)
  expect(comparePackages(packageView(before), packageView(after))).toMatchObject([
    { field: 'redirects.spoken-notes', kind: 'removed', bump: 'major' },
  ])
})

test('a reason is one line of text, whatever YAML makes of it', () => {
  const { files } = compiled({
    ...validDrills,
    [paths.redirects]:
      'retired:\n  wax-cylinders: "nobody\\e[2J \\u202e records\\n::error::on wax"\n  tapes: |\n    they are\n    gone\n',
  })
  expect(JSON.parse(files.get('redirects.json') ?? '')).toMatchObject({
    retired: { 'wax-cylinders': 'nobody [2J records ::error::on wax', tapes: 'they are gone' },
  })
  expect(JSON.parse(files.get('drills/tapes.json') ?? '')).toMatchObject({ reason: 'they are gone' })
})

test('the changelog is in the package', () => {
  expect(text('CHANGELOG.md')).toBe('# Changelog\n\nNothing has been released yet.\n')
})
