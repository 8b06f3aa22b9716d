import type { Document, Matter } from './document.ts'
import type { SampleMatter } from './generated/authored/sample.ts'

/** Where sample answers stand: `drills/samples/<drill id>/<name>.md`. */
export const samplesFolder = 'drills/samples'

/** Whether a file of the corpus is a sample answer rather than a drill. */
export const isSampleFile = (file: string): boolean => file.startsWith(`${samplesFolder}/`)

/** Levels of which every timed drill has a sample. */
export const wantedLevels = ['middling', 'strong'] as const

/** An answer as a candidate gave it, with what a person says of it. */
export interface Sample extends Document {
  readonly kind: 'sample'
  /** File name without `.md`. */
  readonly name: string
  /** The folder it stands in; undefined where it is not directly below one of `drills/samples/`. */
  readonly folder: string | undefined
  readonly matter: Matter<SampleMatter>
  /** What stands below the front matter. */
  readonly body: string
}
