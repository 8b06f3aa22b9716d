import { json } from './json.ts'
import type { Report } from './report.ts'
import { text } from './text.ts'

/** Every format of `drills lint`. */
export const reports = { text, json } as const satisfies Record<string, Report>

export type Format = keyof typeof reports

/** Whether a word names a format. */
export const isFormat = (word: string): word is Format => Object.hasOwn(reports, word)
