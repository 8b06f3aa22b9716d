import type { DrillMatter } from '../../model/generated/authored/drill.ts'

/** What is counted of a published drill. */
export interface Counted extends Pick<DrillMatter, 'id' | 'kind' | 'difficulty' | 'categories'> {
  readonly title: string
  /** Components of its model path; of a question those that the front matter lists. */
  readonly components: readonly string[]
  /** The general criterion of every phrase that earns one. */
  readonly general: readonly string[]
  /** How many criteria are its own, and how many phrases show one of them met. */
  readonly ownCriteria: number
  readonly ownEvidence: number
}
