import { expect, test } from 'vitest'
import { edit, valid } from '../support/corpus.ts'
import { ofQuestion, ofRound } from '../support/found.ts'

const asr = '- **ASR:** an offline recogniser that runs once for each note.\n'
const embedding = '- **Embedding:** one vector for each sentence of the transcript.\n'
const only = (label: string): string[] =>
  ofRound(edit(edit(valid.round, embedding, ''), '**ASR:**', `**${label}:**`), 'model-path')

test.each([
  'Batch ASR',
  'asr',
  'ASRs',
  'Embeddings',
  'Text embedding',
  'Re-ranker',
  'Rerankers',
  'Neural codec',
  'Direct speech models',
  'Direct-speech model',
  'Speech-to-speech model',
  'Large language models',
  'LLM (4-bit)',
  'Speech recognizers',
])('“%s” names a component', (label) => {
  expect(only(label)).toEqual([])
})

test.each(['Model', 'Wasr', 'Speech', 'ASRX', 'Embed', 'VAD'])('“%s” names none', (label) => {
  expect(only(label)).toEqual([
    `28:1-28:15 «### Model path» Unexpected label \`${label}\` in \`Model path\`, expected at least 1 that names a component: \`ASR\`, \`TTS\`, \`LLM\`, \`embedding\`, \`reranker\`, \`codec\` or \`direct speech model\``,
  ])
})

test('no labels at all', () => {
  expect(ofRound(edit(edit(valid.round, embedding, ''), asr, 'We use ASR.\n'), 'model-path')).toEqual([
    '28:1-28:15 «### Model path» Unexpected lack of labels in `Model path`, expected at least 1 that names a component: `ASR`, `TTS`, `LLM`, `embedding`, `reranker`, `codec` or `direct speech model`',
  ])
  expect(
    ofRound(
      edit(edit(edit(valid.round, embedding, ''), asr, 'We use ASR.\n'), 'order: 1', 'status: draft'),
      'model-path',
    ),
  ).toEqual([
    '28:1-28:15 «### Model path» (warning) Unexpected lack of labels in `Model path`, expected at least 1 that names a component: `ASR`, `TTS`, `LLM`, `embedding`, `reranker`, `codec` or `direct speech model`',
  ])
})

test('words of a point do not name a component, labels do', () => {
  expect(
    ofRound(
      edit(edit(valid.round, embedding, ''), asr, '- **First stage:** an ASR model with an LLM behind it.\n'),
      'model-path',
    ),
  ).toEqual([
    '28:1-28:15 «### Model path» Unexpected label `First stage` in `Model path`, expected at least 1 that names a component: `ASR`, `TTS`, `LLM`, `embedding`, `reranker`, `codec` or `direct speech model`',
  ])
})

test('nothing is said of a missing section or a question', () => {
  expect(ofRound(edit(valid.round, '### Model path', '### Elsewhere'), 'model-path')).toEqual([])
  expect(ofQuestion(valid.question, 'model-path')).toEqual([])
})
