import type { Source } from '../io/source.ts'
import type { CorpusModel } from '../model/corpus-model.ts'
import type { Definitions } from '../model/definitions.ts'
import { isSampleFile } from '../model/sample.ts'
import { isTrackFile } from '../model/track.ts'
import type { ModelResult } from './file-result.ts'
import { lintDrill } from './lint-drill.ts'
import { lintSample } from './lint-sample.ts'
import { lintTrack } from './lint-track.ts'

/** Reads, parses and checks one drill, sample or track. */
export function lintMember(source: Source, definitions: Definitions | undefined): ModelResult<CorpusModel> {
  if (isSampleFile(source.file)) return lintSample(source)
  return isTrackFile(source.file) ? lintTrack(source) : lintDrill(source, definitions)
}
