import publishedSchema from '../../schemas/history/published.schema.json' with { type: 'json' }
import changesSchema from '../../schemas/published/changes.schema.json' with { type: 'json' }
import type { Finding } from '../model/diagnostic.ts'
import type { Snapshot } from '../model/generated/history/published.ts'
import * as validators from '../model/generated/history/validators.js'
import {
  changesFile,
  type History,
  type HistoryDocument,
  type HistoryTexts,
  publishedFile,
} from '../model/history.ts'
import type { Validate } from '../model/validate.ts'
import { locator } from '../text/locator.ts'
import { validateData } from './schema.ts'
import { readYaml } from './yaml.ts'

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function withRemedy(file: string, message: string): string {
  const inFile = message.replace(' of the front matter', '')
  const remedy = `restore \`${file}\` from the last release`
  return inFile.endsWith('?') ? `${inFile.slice(0, -1)}, or ${remedy}?` : `${inFile}; ${remedy}`
}

/** What is wrong with a file of the history, each finding at its key or value. JSON is read as YAML for its places. */
function problemsOf(file: string, text: string, validate: Validate, schema: unknown): Finding[] {
  const yaml = readYaml(text)
  const invalid = yaml.findings.map(({ at }) => ({ at, message: 'Unexpected text, expected valid JSON' }))
  const found = invalid.length > 0 ? invalid.slice(0, 1) : validateData(yaml, validate, schema)
  const start = { start: 0, end: 0 }
  const findings = found.length > 0 ? found : [{ at: start, message: 'Unexpected text, expected valid JSON' }]
  return findings.map(({ at, message }) => ({ at, message: withRemedy(file, message) }))
}

function parseDocument<T>(
  file: string,
  text: string | undefined,
  validate: Validate,
  schema: unknown,
): HistoryDocument<T> {
  if (text === undefined) return { file, problems: [] }
  const data = parseJson(text)
  if (data !== undefined && validate(data)) return { file, data: data as T, problems: [] }
  const locate = locator(text)
  const problems = problemsOf(file, text, validate, schema)
  return { file, problems: problems.map(({ at, message }) => ({ place: locate(at), message })) }
}

/** Reads what was published before. */
export function readHistory({ published, changes }: HistoryTexts): History {
  return {
    published: parseDocument<Snapshot>(publishedFile, published, validators.published, publishedSchema),
    changes: parseDocument(changesFile, changes, validators.changes, changesSchema),
  }
}
