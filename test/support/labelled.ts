import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import type { RubricData } from '../../src/rubric/substance.ts'
import { evidenceIn, type Labelled } from './idle-entries.ts'

const read = (root: string, file: string): string => readFileSync(path.join(root, file), 'utf8')

/** Phrases that the substance tests were tuned on; what is frozen is measured only. */
export const tunedSets = ['tuned', 'voices-tuned', 'voices-second'] as const

/** A set of labelled phrases; undefined where it does not exist. */
export function labelledSet(root: string, name: string): Labelled | undefined {
  const file = `test/substance/${name}.yml`
  return existsSync(path.join(root, file)) ? parse(read(root, file)) : undefined
}

/** The data of the rubric of this repository. */
export const rubricData = (root: string): RubricData =>
  parse(read(root, 'drills/rubric.md').split(/^---$/m)[1] ?? '')

/** What the drills of this repository link to the rubric. */
export function evidenceOfDrills(root: string): [criterion: string, phrase: string][] {
  return ['rounds', 'incidents', 'questions'].flatMap((folder) =>
    readdirSync(path.join(root, 'drills', folder))
      .filter((name) => name.endsWith('.md'))
      .sort()
      .flatMap((name) => evidenceIn(read(root, `drills/${folder}/${name}`))),
  )
}

/** All phrases that the substance tests were tuned on. */
export const tunedPhrases = (root: string): Labelled[] =>
  tunedSets.map((name) => labelledSet(root, name)).filter((set) => set !== undefined)
