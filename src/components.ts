import type { Definitions, Drill } from './model.ts'
import { singularSlug } from './words.ts'

/** The components that a label names anywhere in it, singular or plural. */
export function componentsOf(label: string, { components }: Definitions['loop']): string[] {
  const spaced = `-${singularSlug(label)}-`
  return components
    .filter(({ names }) => names.some((name) => spaced.includes(`-${singularSlug(name)}-`)))
    .map(({ id }) => id)
}

/** The model path: the components that the labels of a section name, each once, in order. */
export function modelPathOf(drill: Drill, loop: Definitions['loop']): string[] {
  const sections = loop.sections.filter(({ leastComponents }) => leastComponents !== undefined)
  const labels = sections.flatMap(({ id }) => (drill.points.get(id) ?? []).map(({ item }) => item.label.text))
  return [...new Set(labels.flatMap((label) => componentsOf(label, loop)))]
}
