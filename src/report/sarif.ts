import type { Diagnostic, Edit } from '../model/diagnostic.ts'
import { repository, version } from '../model/project.ts'
import { count } from '../text/grammar.ts'
import { itemAt } from '../text/item-at.ts'
import type { Place } from '../text/place.ts'
import { fingerprints } from './fingerprint.ts'
import { printable, printableJson } from './printable.ts'
import type { Report, ReportInput, RuleInfo } from './report-types.ts'
import { keptResults, withinLimits } from './sarif-limits.ts'

/** What readers of SARIF make a link of: brackets, then an address with a scheme or the number of a location. */
const link = /\[((?:[^\][\\]|\\.)*)\](?=\((?:\d+|[a-z][a-z\d+.-]*:[^\s()…]*)\))/gi

/** Text of a message: braces would be placeholders; what would be a link is escaped, all other brackets stay. */
const text = (message: string): { text: string } => ({
  text: printable(message).replace(/[{}]/g, '$&$&').replace(link, '\\[$1\\]'),
})

/** A path as a relative address. */
const uri = (path: string): string =>
  path
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .split('/')
    .map((part) =>
      encodeURIComponent(part).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`),
    )
    .join('/')

const artifact = (file: string, { repositoryPath }: Pick<ReportInput, 'repositoryPath'>): object => ({
  uri: uri(repositoryPath(file)),
  uriBaseId: '%SRCROOT%',
})

const location = (
  { file, line, column, endLine, endColumn }: Place & { readonly file: string },
  input: ReportInput,
): object => ({
  artifactLocation: artifact(file, input),
  region: { startLine: line, startColumn: column, endLine, endColumn },
})

const replacement = ({ start, end, text: by }: Edit): object => ({
  deletedRegion: { charOffset: start, charLength: end - start },
  insertedContent: { text: by },
})

function result(
  diagnostic: Diagnostic,
  fingerprint: string,
  indexes: ReadonlyMap<string, number>,
  input: ReportInput,
): object {
  const { file, severity, rule, message, related, fix } = diagnostic
  return {
    ruleId: rule,
    ruleIndex: indexes.get(rule) ?? -1,
    level: severity,
    message: text(message),
    locations: [{ physicalLocation: location(diagnostic, input) }],
    ...(related && {
      relatedLocations: related.map((other) => ({
        physicalLocation: location(other, input),
        message: text(other.message),
      })),
    }),
    partialFingerprints: { 'finding/v1': fingerprint },
    ...(fix && {
      fixes: [
        {
          description: text(`Mends what \`${rule}\` found`),
          artifactChanges: [{ artifactLocation: artifact(file, input), replacements: fix.map(replacement) }],
        },
      ],
    }),
  }
}

const descriptor = ({ id, description, severity, url }: RuleInfo): object => ({
  id,
  shortDescription: text(description),
  fullDescription: text(`Finds ${description}.`),
  help: {
    ...text(`Finds ${description}. Why, with examples: ${url}`),
    markdown: `Finds ${description}. [Why, with examples](${url})`,
  },
  helpUri: url,
  defaultConfiguration: { level: severity },
})

/** Says in the file itself that it is not complete. */
const leftOut = (amount: number): object => ({
  invocations: [
    {
      executionSuccessful: true,
      toolExecutionNotifications: [
        {
          level: 'warning',
          message: text(
            `${count(amount, 'finding')} left out, because code scanning refuses larger files; \`drills lint --format json\` holds all of them`,
          ),
        },
      ],
    },
  ],
  properties: { leftOut: amount },
})

/** The log with at most so many results. */
function logOf(input: ReportInput, names: readonly string[], most: number): string {
  const { diagnostics, rules } = input
  const indexes = new Map(rules.map(({ id }, index) => [id, index]))
  const driver = {
    name: 'drills',
    semanticVersion: version,
    informationUri: repository,
    rules: rules.map(descriptor),
  }
  const kept = keptResults(diagnostics, most)
  const results = diagnostics.flatMap((diagnostic, index) =>
    kept.has(index) ? [result(diagnostic, itemAt(names, index), indexes, input)] : [],
  )
  const missing = diagnostics.length - results.length
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, ...(missing > 0 && leftOut(missing)), columnKind: 'utf16CodeUnits', results }],
  }
  return `${printableJson(JSON.stringify(log, null, 2))}\n`
}

/** The report as SARIF 2.1.0, for code scanning and editors, no larger than GitHub takes. */
export const sarif: Report = (input) => {
  const names = fingerprints(input)
  return withinLimits(names.length, (most) => logOf(input, names, most))
}
