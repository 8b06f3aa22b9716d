import type { CatalogEntry } from '../../model/generated/published/catalog.ts'
import type { Drill } from '../../model/generated/published/drill.ts'
import type { Prompt } from '../../model/generated/published/prompt.ts'
import { compareText } from '../../text/compare-text.ts'

const kinds: readonly Drill['kind'][] = ['round', 'incident', 'question']

/** Something of a compiled drill, with the drill's pinned place. */
export interface Placed<D extends Pick<Drill, 'id' | 'kind' | 'title'> = Drill> {
  readonly order?: number | undefined
  readonly drill: D
}

/** Reading order: by kind, pinned places first, then by title and id in code units. */
export function inReadingOrder<D extends Pick<Drill, 'id' | 'kind' | 'title'>>(
  placed: readonly Placed<D>[],
): D[] {
  const last = Number.POSITIVE_INFINITY
  return [...placed]
    .sort(
      (a, b) =>
        kinds.indexOf(a.drill.kind) - kinds.indexOf(b.drill.kind) ||
        ((a.order ?? last) === (b.order ?? last) ? 0 : (a.order ?? last) - (b.order ?? last)) ||
        compareText(a.drill.title, b.drill.title) ||
        compareText(a.drill.id, b.drill.id),
    )
    .map(({ drill }) => drill)
}

/** The summary of a drill. */
export function catalogEntry(drill: Drill): CatalogEntry {
  const { id, kind, title, minutes, status, difficulty, categories, topics, modelPath, digests } = drill
  return {
    id,
    kind,
    title,
    minutes,
    status,
    difficulty,
    categories,
    topics,
    modelPath,
    digests,
  }
}

/** What a candidate may see of a drill. */
export function promptOf({ id, kind, title, minutes, status, difficulty, prompt, digests }: Drill): Prompt {
  return {
    id,
    kind,
    title,
    minutes,
    status,
    difficulty,
    prompt,
    digest: digests.prompt,
  }
}
