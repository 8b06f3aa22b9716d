import type { Drill } from '../model/generated/published/drill.ts'
import type { PracticeLoop } from '../model/generated/published/practice-loop.ts'
import type { Rubric } from '../model/generated/published/rubric.ts'

/** The names of one drill that apps may write in their code. */
export interface DrillNames {
  readonly topics: readonly string[]
  readonly components: readonly string[]
  readonly sections: readonly string[]
  readonly points: readonly string[]
  readonly criteria: readonly string[]
  readonly redFlags: readonly string[]
}

const ids = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id)
const once = (names: readonly string[]): string[] => [...new Set(names)]

/** The names of a drill, each at least once. */
export function namesOfDrill(drill: Drill): DrillNames {
  const sections = drill.kind === 'question' ? [] : drill.sections
  const { evidence } = drill
  return {
    topics: drill.topics,
    components: drill.kind === 'question' ? [...drill.modelPath, ...drill.components] : drill.modelPath,
    sections: once([...ids(sections), ...evidence.flatMap(({ section }) => section ?? [])]),
    points: once([
      ...sections.flatMap(({ points }) => ids(points)),
      ...evidence.flatMap(({ point }) => point ?? []),
    ]),
    criteria: ids(drill.criteria),
    redFlags: ids(drill.redFlags),
  }
}

/** All names of a version by the type that they have, sorted. */
export type Names = ReadonlyMap<string, readonly string[]>

interface Named {
  readonly catalog: readonly { readonly id: string; readonly names: DrillNames }[]
  readonly rubric: Rubric
  readonly practiceLoop: PracticeLoop
}

/** The names of a whole package. They are taken from the data, so that the types fit whatever is published. */
export function namesOf({ catalog, rubric, practiceLoop: { phases, sections, components } }: Named): Names {
  const ofDrills = (part: keyof DrillNames): string[] => catalog.flatMap(({ names }) => names[part])
  const all = {
    DrillId: ids(catalog),
    Topic: ofDrills('topics'),
    ComponentId: [...ids(components), ...ofDrills('components')],
    PhaseId: ids(phases),
    SectionId: [...ids(sections), ...ofDrills('sections')],
    PointId: [...sections.flatMap(({ points }) => ids(points)), ...ofDrills('points')],
    CriterionId: ids(rubric.criteria),
    DrillCriterionId: ofDrills('criteria'),
    RedFlagId: ids(rubric.redFlags),
    DrillRedFlagId: ofDrills('redFlags'),
  }
  return new Map(Object.entries(all).map(([type, names]) => [type, once(names).sort()]))
}
