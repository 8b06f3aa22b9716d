import { UsageError } from '../../io/usage-error.ts'
import { type Format, reportFormats } from '../../report/report-formats.ts'
import { quote } from '../../text/quote.ts'
import { formatFlag } from './format-flag.ts'

/** Flags of commands that print findings. */
export const reportOptions = {
  format: { type: 'string', default: 'text' },
  output: { type: 'string' },
  quiet: { type: 'boolean', default: false },
  'max-warnings': { type: 'string' },
  'no-color': { type: 'boolean', default: false },
} as const

export interface ReportFlags {
  readonly format: Format
  readonly output: string | undefined
  readonly quiet: boolean
  readonly maxWarnings: number | undefined
  readonly noColor: boolean
}

interface Values {
  readonly format: string
  readonly output?: string | undefined
  readonly quiet: boolean
  readonly 'max-warnings'?: string | undefined
  readonly 'no-color': boolean
}

function countOf(word: string | undefined): number | undefined {
  if (word === undefined) return undefined
  if (!/^\d{1,9}$/.test(word))
    throw new UsageError(`flag \`--max-warnings\` takes a whole number, not ${quote(word)}`)
  return Number(word)
}

/** @throws UsageError naming the flag */
export const readReportFlags = (values: Values): ReportFlags => ({
  format: formatFlag(values.format, reportFormats),
  output: values.output,
  quiet: values.quiet,
  maxWarnings: countOf(values['max-warnings']),
  noColor: values['no-color'],
})
