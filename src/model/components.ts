import { singularSlug } from '../text/slug.ts'
import type { Definitions } from './definitions.ts'
import type { Drill } from './drill.ts'

type Loop = Definitions['loop']

/** The components with their names as they would stand in the slug of a label. */
export function vocabularyOf(components: Loop['components']): Loop['vocabulary'] {
  return components.map(({ id, names }) => ({ id, slugs: names.map((name) => `-${singularSlug(name)}-`) }))
}

/** The components that a label names anywhere in it, singular or plural. */
export function componentsOf(label: string, { vocabulary }: Loop): string[] {
  const spaced = `-${singularSlug(label)}-`
  return vocabulary.filter(({ slugs }) => slugs.some((slug) => spaced.includes(slug))).map(({ id }) => id)
}

/**
 * The model path: the components that the labels of a section name, each once, in order; in prose, which has no such
 * section, those that the front matter lists.
 */
export function modelPathOf(drill: Drill, loop: Loop): string[] {
  if (loop.kinds[drill.kind].answer === 'prose') return [...(drill.matter.data?.components ?? [])]
  const sections = loop.sections.filter(({ leastComponents }) => leastComponents !== undefined)
  const labels = sections.flatMap(({ id }) => (drill.points.get(id) ?? []).map(({ item }) => item.label.text))
  return [...new Set(labels.flatMap((label) => componentsOf(label, loop)))]
}
