import sampleSchema from '../../../schemas/sample.schema.json' with { type: 'json' }
import type { SampleMatter } from '../../model/generated/authored/sample.ts'
import { wantedLevels } from '../../model/sample.ts'
import type { Counted } from './counted.ts'
import { tally } from './tally.ts'

/** Sample answers to published drills. */
export interface SampleStats {
  readonly total: number
  readonly levels: Readonly<Record<string, number>>
  readonly forms: Readonly<Record<string, number>>
  readonly splits: Readonly<Record<string, number>>
  /** Rounds and incidents without a sample of each wanted level. */
  readonly lacking: readonly string[]
}

const { level, form, split } = sampleSchema.properties

/** Counts the samples of some drills. */
export function sampleStats(drills: readonly Counted[], samples: readonly SampleMatter[]): SampleStats {
  const ids = new Set(drills.map(({ id }) => id))
  const own = samples.filter(({ drill }) => ids.has(drill))
  const has = (drill: string, wanted: string): boolean =>
    own.some((sample) => sample.drill === drill && sample.level === wanted)
  const timed = drills.filter(({ kind }) => kind !== 'question')
  return {
    total: own.length,
    levels: tally(
      level.enum,
      own.map((sample) => sample.level),
    ),
    forms: tally(
      form.enum,
      own.map((sample) => sample.form),
    ),
    splits: tally(
      split.enum,
      own.map((sample) => sample.split),
    ),
    lacking: timed.flatMap(({ id }) => (wantedLevels.every((wanted) => has(id, wanted)) ? [] : [id])),
  }
}
