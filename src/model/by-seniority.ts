import type { Corpus, DrillFacts, Facts } from './facts.ts'

/** The facts of a drill. */
export type DrillFile = Facts & { readonly drill: DrillFacts }

/**
 * Drills in the order in which each has a right to what two of them claim: published ones, those whose file has the
 * name of their id, those that the change at hand leaves alone, then by file. The later one of two that clash is the
 * one to change.
 */
export function bySeniority({ facts, history, recent }: Corpus): readonly DrillFile[] {
  const published = history.published.data?.drills ?? {}
  const claims = ({ file, drill }: DrillFile): readonly boolean[] => [
    Object.hasOwn(published, drill.id) && published[drill.id]?.path === file,
    Object.hasOwn(published, drill.id),
    file.endsWith(`/${drill.id}.md`),
    !recent.has(file),
  ]
  const rank = (of: DrillFile): number =>
    claims(of).reduce((rank, holds, at) => (holds ? rank : rank + 2 ** (3 - at)), 0)
  return facts
    .filter((of): of is DrillFile => of.drill !== undefined)
    .map((of) => ({ of, rank: rank(of) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ of }) => of)
}
