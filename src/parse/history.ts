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

/** Longest text that is read as YAML, for the place of what is wrong with it: the worst text takes a second or two. */
const maxPlacedLength = 1 << 17

/** The first problem of a history file, at its key or value. */
function problemOf(file: string, text: string, validate: Validate, schema: unknown): Finding {
  const start = { start: 0, end: 0 }
  const yaml = text.length > maxPlacedLength ? undefined : readYaml(text)
  const [unreadable] = yaml?.findings ?? []
  const [mismatch] = yaml && !unreadable ? validateData(yaml, validate, schema, text) : []
  const expected = parseJson(text) === undefined ? 'valid JSON' : 'what the version script writes'
  const { at, message } = mismatch ?? {
    at: unreadable?.at ?? start,
    message: `Unexpected text, expected ${expected}`,
  }
  return { at, message: withRemedy(file, message) }
}

function parseDocument<T>(
  file: string,
  text: string | undefined,
  validate: Validate,
  schema: unknown,
): HistoryDocument<T> {
  if (text === undefined) return { file }
  const data = parseJson(text)
  if (data !== undefined && validate(data)) return { file, data: data as T }
  const { at, message } = problemOf(file, text, validate, schema)
  return { file, problem: { place: locator(text)(at), message } }
}

/** Reads what was published before. */
export function readHistory({ published, changes }: HistoryTexts): History {
  return {
    published: parseDocument<Snapshot>(publishedFile, published, validators.published, publishedSchema),
    changes: parseDocument(changesFile, changes, validators.changes, changesSchema),
  }
}
