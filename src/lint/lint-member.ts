import type { Source } from '../io/source.ts'
import type { Definitions } from '../model/definitions.ts'
import type { Drill } from '../model/drill.ts'
import { isSampleFile, type Sample } from '../model/sample.ts'
import type { ModelResult } from './file-result.ts'
import { lintDrill } from './lint-drill.ts'
import { lintSample } from './lint-sample.ts'

/** Reads, parses and checks one drill or sample. */
export const lintMember = (
  source: Source,
  definitions: Definitions | undefined,
): ModelResult<Drill | Sample> =>
  isSampleFile(source.file) ? lintSample(source) : lintDrill(source, definitions)
