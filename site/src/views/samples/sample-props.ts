import type { Sample } from 'audio-text-drills'
import type { Samples } from '../../app/samples.ts'

export interface SampleProps {
  readonly samples: Samples
  readonly sample: Sample
}
