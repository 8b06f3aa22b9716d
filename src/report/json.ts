import type { Report } from './report.ts'

/** The report as JSON. Runner commands inside strings are written as escapes, so that the data stays as it is. */
export const json: Report = ({ diagnostics, summary }) => {
  const text = JSON.stringify({ version: 1, diagnostics, summary }, null, 2)
  return `${text.replaceAll('::', ':\\u003a').replaceAll('##[', '#\\u0023[')}\n`
}
