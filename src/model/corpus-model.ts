import type { Drill } from './drill.ts'
import type { Sample } from './sample.ts'
import type { Track } from './track.ts'

/** What a file of the corpus is read into that is no definition document. */
export type CorpusModel = Drill | Sample | Track

/** The model where it is a drill. */
export const asDrill = (model: CorpusModel | undefined): Drill | undefined =>
  model === undefined || model.kind === 'sample' || model.kind === 'track' ? undefined : model
