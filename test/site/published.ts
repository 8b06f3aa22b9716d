import { readFileSync } from 'node:fs'
import path from 'node:path'
import { runsOf, strings } from '../support/leaks.ts'

/** What the tests read of a drill that is published. */
export interface Published {
  readonly id: string
  readonly kind: 'round' | 'incident' | 'question'
  readonly title: string
  readonly prompt: { readonly markdown: string }
  readonly criteria: readonly {
    readonly id: string
    readonly title: string
    readonly weight: number
    readonly cues: readonly string[]
  }[]
  readonly [field: string]: unknown
}

const read = (folder: string, name: string): unknown =>
  JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8'))

/** The drills of a package. */
export const drillsOf = (folder: string): readonly Published[] => read(folder, 'drills') as Published[]

/** The phases that a package divides its timed drills in. */
export const phasesOf = (folder: string): readonly string[] =>
  (read(folder, 'practice-loop') as { phases: { title: string }[] }).phases.map(({ title }) => title)

/** The criteria that a drill is graded by: its own, then the general ones that its kind requires. */
export const criteriaFor = (folder: string, { kind, criteria }: Published): readonly string[] => [
  ...criteria.map(({ id }) => id),
  ...(read(folder, 'rubric') as { criteria: { id: string; kinds: string[] }[] }).criteria
    .filter(({ kinds }) => kinds.includes(kind))
    .map(({ id }) => id),
]

/** Runs of words of all that the answer of a drill gives away. */
export const answerRuns = (drill: Published): string[] => {
  const { sections, answer, evidence, criteria, workedFigures, redFlags, followUps } = drill
  const texts = strings([sections, answer, evidence, criteria, workedFigures, redFlags, followUps])
  return [...new Set(texts.flatMap(runsOf))]
}

/** What is too short for a run of words and gives the answer away all the same: titles of criteria, and cues. */
export const answerSigns = ({ criteria }: Published): string[] =>
  criteria.flatMap(({ id, title, cues }) => [`"${id}"`, title, ...cues.filter((cue) => /[.&*]/.test(cue))])
