import { expect, test } from 'vitest'
import { nearDrills } from '../../../src/commands/new/alike.ts'
import type { ExistingDrills } from '../../../src/commands/new/existing-drills.ts'
import { lintFiles } from '../../support/corpus.ts'

const { definitions } = lintFiles({}).corpus
if (!definitions) throw new Error('the definition documents can’t be used')

/** The ids of the drills that a new one is named like. */
function near(title: string, id: string): string[] {
  const drills = [
    {
      id: 'audio-rag-regression',
      title: 'Quality regression of audio retrieval',
      file: 'drills/rounds/a.md',
    },
    {
      id: 'gpu-serving-platform-capacity',
      title: 'Capacity of the GPU platform',
      file: 'drills/rounds/b.md',
    },
    { id: 'what-is-vad', title: 'What is a VAD?', file: 'drills/questions/c.md' },
  ]
  const known: ExistingDrills = {
    definitions,
    drills,
    ids: new Map(),
    titles: new Map(),
    orders: new Map(),
    topics: [],
  } as ExistingDrills
  return nearDrills({ title, id }, known).map((drill) => drill.id)
}

test.each([
  [
    'the same words in another order',
    'Audio retrieval of quality: regression',
    'some-other-id',
    'audio-rag-regression',
  ],
  ['another number', 'Quality regressions of audio retrieval', 'some-other-id', 'audio-rag-regression'],
  ['a slip of the finger', 'Capacity of the GPU platfrom', 'some-other-id', 'gpu-serving-platform-capacity'],
  [
    'many runs of words in common',
    'Capacity of the GPU platform, again',
    'some-other-id',
    'gpu-serving-platform-capacity',
  ],
  ['an id with the same words', 'Something else', 'vad-what-is', 'what-is-vad'],
  [
    'an id that is nearly the same',
    'Something else',
    'gpu-serving-platform-capacities',
    'gpu-serving-platform-capacity',
  ],
])('%s', (_, title, id, drill) => {
  expect(near(title, id)).toEqual([drill])
})

test.each([
  ['Capacity of the TTS fleet', 'tts-serving-fleet-capacity'],
  ['What is a codec?', 'what-is-codec'],
  ['東京', 'tokyo-calls'],
  ['!', 'exclamations'],
])('%j is no duplicate', (title, id) => {
  expect(near(title, id)).toEqual([])
})
