import { printableJson } from './printable.ts'
import type { Report } from './report-types.ts'

/** The report as JSON. */
export const json: Report = ({ diagnostics, summary }) =>
  `${printableJson(JSON.stringify({ version: 1, diagnostics, summary }, null, 2))}\n`
