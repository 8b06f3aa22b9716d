import { github } from './github.ts'
import { json } from './json.ts'
import { junit } from './junit.ts'
import type { Report } from './report.ts'
import { sarif } from './sarif.ts'
import { text } from './text.ts'

/** Every format of `drills lint`. */
export const reports = { text, json, github, sarif, junit } as const satisfies Record<string, Report>

export type Format = keyof typeof reports
