import { github } from './github.ts'
import { json } from './json.ts'
import { junit } from './junit.ts'
import type { Report } from './report-types.ts'
import { sarif } from './sarif.ts'
import { text } from './text.ts'

/** Every format of `drills lint`. */
export const reportFormats = { text, json, github, sarif, junit } as const satisfies Record<string, Report>

export type Format = keyof typeof reportFormats
