import { expect, test } from 'vitest'
import { idOf } from '../../../src/commands/new/id.ts'

test.each([
  ['Voice note search', 'voice-note-search'],
  ['  Audio/RAG — quality “regression”  ', 'audio-rag-quality-regression'],
  ['Café à la crème: naïve coöperation', 'cafe-a-la-creme-naive-cooperation'],
  ['Straße, Œuvre, Ærø, Łódź, Þórður', 'strasse-oeuvre-aero-lodz-thordur'],
  ['İstanbul ışık', 'istanbul-isik'],
  ["What isn't said, and the speaker’s turn", 'what-isnt-said-and-the-speakers-turn'],
  ['ＡＳＲ ﬁles ½', 'asr-files-1-2'],
  ['C++ & more', 'c-more'],
  ['../../etc/passwd', 'etc-passwd'],
  ['--- `code` ---', 'code'],
  ['3 ways to fail', '3-ways-to-fail'],
  ['!?* …', ''],
])('%j gives %j', (title, id) => {
  expect(idOf(title)).toBe(id)
})

test.each([['東京 ASR'], ['Σ'], ['Поиск'], ['µ-law']])(
  '%j has letters that an id can’t have, and none is left out of it in silence',
  (title) => {
    expect(idOf(title)).toBeUndefined()
  },
)
