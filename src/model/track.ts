import type { Root } from 'mdast'
import type { Document, Matter } from './document.ts'
import type { TrackMatter } from './generated/authored/track.ts'

/** Where tracks stand: `drills/tracks/<id>.md`. */
export const tracksFolder = 'drills/tracks'

/** Whether a file of the corpus is a track rather than a drill. */
export const isTrackFile = (file: string): boolean => file.startsWith(`${tracksFolder}/`)

/** A way through the drills, with a text that says for whom it is. */
export interface Track extends Document {
  readonly kind: 'track'
  /** File name without `.md`. */
  readonly name: string
  readonly matter: Matter<TrackMatter>
  readonly tree: Root
}
