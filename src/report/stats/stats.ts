import drillSchema from '../../../schemas/drill.schema.json' with { type: 'json' }
import type { Definitions } from '../../model/definitions.ts'
import type { SampleMatter } from '../../model/generated/authored/sample.ts'
import type { Counted } from './counted.ts'
import { type SampleStats, sampleStats } from './sample-stats.ts'
import { sum, tally } from './tally.ts'

/** One cell of categories × components. */
export interface Cell {
  readonly category: string
  readonly component: string
  readonly drills: readonly string[]
}

/** A general criterion. */
export interface CriterionStats {
  readonly id: string
  /** Phrases that earn it, in all drills. */
  readonly evidence: number
  /** Drills that earn it. */
  readonly drills: number
  /** Drills that earn it by one phrase only. */
  readonly sole: number
}

/** A combination that no drill covers, with what there is on either side. */
export interface Hole {
  readonly category: string
  readonly component: string
  /** Drills of the category, and drills that name the component: the fewer, the bigger the hole. */
  readonly around: number
}

/** The criteria that drills have of their own. */
export interface OwnCriteria {
  readonly total: number
  /** Phrases that show one met. */
  readonly evidence: number
  /** Drills without any. */
  readonly lacking: readonly string[]
}

/** What the drills cover. */
export interface Stats {
  readonly kinds: Readonly<Record<string, number>>
  readonly difficulties: Readonly<Record<string, number>>
  readonly matrix: readonly Cell[]
  readonly criteria: readonly CriterionStats[]
  /** Biggest first. */
  readonly holes: readonly Hole[]
  readonly ownCriteria: OwnCriteria
  readonly samples: SampleStats
}

const categories = drillSchema.properties.categories.items.enum
const difficulties = drillSchema.properties.difficulty.enum
const kinds = drillSchema.properties.kind.enum

/**
 * Counts what drills cover: categories × components, kinds, difficulties, evidence per criterion, holes, own criteria and
 * samples.
 */
export function statsOf(
  drills: readonly Counted[],
  samples: readonly SampleMatter[],
  { loop, rubric }: Definitions,
): Stats {
  const matrix = categories.flatMap((category) =>
    loop.components.map(({ id: component }): Cell => {
      const both = drills.filter(
        (drill) =>
          (drill.categories as readonly string[]).includes(category) && drill.components.includes(component),
      )
      return { category, component, drills: both.map(({ id }) => id) }
    }),
  )
  const ofCategory = (name: string): number =>
    drills.filter((drill) => (drill.categories as readonly string[]).includes(name)).length
  const ofComponent = (name: string): number =>
    drills.filter(({ components }) => components.includes(name)).length
  const holes = matrix
    .filter((cell) => cell.drills.length === 0)
    .map(
      ({ category, component }): Hole => ({
        category,
        component,
        around: ofCategory(category) + ofComponent(component),
      }),
    )
  return {
    kinds: tally(
      kinds,
      drills.map(({ kind }) => kind),
    ),
    difficulties: tally(
      difficulties,
      drills.map(({ difficulty }) => difficulty),
    ),
    matrix,
    criteria: rubric.criteria.map(({ id }) => {
      const counts = drills.map(({ general }) => general.filter((criterion) => criterion === id).length)
      return {
        id,
        evidence: sum(counts),
        drills: counts.filter((amount) => amount > 0).length,
        sole: counts.filter((amount) => amount === 1).length,
      }
    }),
    holes: holes.toSorted((a, b) => a.around - b.around),
    ownCriteria: {
      total: sum(drills.map(({ ownCriteria }) => ownCriteria)),
      evidence: sum(drills.map(({ ownEvidence }) => ownEvidence)),
      lacking: drills.flatMap(({ id, ownCriteria }) => (ownCriteria === 0 ? [id] : [])),
    },
    samples: sampleStats(drills, samples),
  }
}
