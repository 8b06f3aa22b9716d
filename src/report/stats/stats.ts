import drillSchema from '../../../schemas/drill.schema.json' with { type: 'json' }
import type { Drill } from '../../model/generated/published/drill.ts'
import type { PracticeLoop } from '../../model/generated/published/practice-loop.ts'
import type { Rubric } from '../../model/generated/published/rubric.ts'

/** One cell of categories × components. */
export interface Cell {
  readonly category: string
  readonly component: string
  readonly drills: readonly string[]
}

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

/** What the drills cover. */
export interface Stats {
  readonly kinds: Readonly<Record<string, number>>
  readonly difficulties: Readonly<Record<string, number>>
  readonly matrix: readonly Cell[]
  readonly criteria: readonly CriterionStats[]
  /** Biggest first. */
  readonly holes: readonly Hole[]
}

const tally = (names: readonly string[], values: readonly string[]): Record<string, number> =>
  Object.fromEntries(names.map((name) => [name, values.filter((value) => value === name).length]))

const categories = drillSchema.properties.categories.items.enum
const difficulties = drillSchema.properties.difficulty.enum
const kinds = drillSchema.properties.kind.enum

/** Counts what drills cover: categories × components, kinds, difficulties, evidence per criterion, and holes. */
export function statsOf(drills: readonly Drill[], { components }: PracticeLoop, { criteria }: Rubric): Stats {
  const matrix = categories.flatMap((category) =>
    components.map(({ id: component }): Cell => {
      const both = drills.filter(
        (drill) =>
          (drill.categories as readonly string[]).includes(category) && drill.modelPath.includes(component),
      )
      return { category, component, drills: both.map(({ id }) => id) }
    }),
  )
  const ofCategory = (name: string): number =>
    drills.filter((drill) => (drill.categories as readonly string[]).includes(name)).length
  const ofComponent = (name: string): number =>
    drills.filter(({ modelPath }) => modelPath.includes(name)).length
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
    criteria: criteria.map(({ id }) => {
      const counts = drills.map(({ evidence }) => evidence.filter(({ criterion }) => criterion === id).length)
      return {
        id,
        evidence: counts.reduce((sum, amount) => sum + amount, 0),
        drills: counts.filter((amount) => amount > 0).length,
        sole: counts.filter((amount) => amount === 1).length,
      }
    }),
    holes: holes.toSorted((a, b) => a.around - b.around),
  }
}
