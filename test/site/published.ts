import { readFileSync } from 'node:fs'
import path from 'node:path'
import { runsOf, strings } from '../support/leaks.ts'

/** What the tests read of a drill that is published. */
export interface Published {
  readonly id: string
  readonly kind: 'round' | 'incident' | 'question'
  readonly title: string
  readonly prompt: { readonly markdown: string }
  readonly [field: string]: unknown
}

const read = (folder: string, name: string): unknown =>
  JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8'))

/** The drills of a package. */
export const drillsOf = (folder: string): readonly Published[] => read(folder, 'drills') as Published[]

/** The phases that a package divides its timed drills in. */
export const phasesOf = (folder: string): readonly string[] =>
  (read(folder, 'practice-loop') as { phases: { title: string }[] }).phases.map(({ title }) => title)

/** How many criteria of a package's rubric a kind is graded by. */
export const criteriaFor = (folder: string, kind: Published['kind']): number =>
  (read(folder, 'rubric') as { criteria: { kinds: string[] }[] }).criteria.filter(({ kinds }) =>
    kinds.includes(kind),
  ).length

/** Runs of words of all that the answer of a drill gives away. */
export const answerRuns = ({ sections, answer, evidence, redFlags, followUps }: Published): string[] => [
  ...new Set(strings([sections, answer, evidence, redFlags, followUps]).flatMap(runsOf)),
]
