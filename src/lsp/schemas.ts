import drillSchema from '../../schemas/drill.schema.json' with { type: 'json' }
import loopSchema from '../../schemas/practice-loop.schema.json' with { type: 'json' }
import redirectsSchema from '../../schemas/redirects.schema.json' with { type: 'json' }
import rubricSchema from '../../schemas/rubric.schema.json' with { type: 'json' }
import sampleSchema from '../../schemas/sample.schema.json' with { type: 'json' }
import trackSchema from '../../schemas/track.schema.json' with { type: 'json' }
import { loopFile, redirectsFile, rubricFile } from '../model/definition-files.ts'
import { isSampleFile } from '../model/sample.ts'
import { isTrackFile } from '../model/track.ts'
import type { Path } from '../parse/yaml.ts'

/** The parts of a JSON Schema that help a writer. */
export interface Schema {
  readonly description?: string
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: boolean | Schema
  readonly items?: Schema
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, Schema>>
}

/** The schema of the YAML in a file. */
export function schemaOf(file: string): Schema {
  if (file === loopFile) return loopSchema as Schema
  if (file === rubricFile) return rubricSchema as Schema
  if (isSampleFile(file)) return sampleSchema as Schema
  if (isTrackFile(file)) return trackSchema as Schema
  return (file === redirectsFile ? redirectsSchema : drillSchema) as Schema
}

/** A schema with what it refers to; its own description is the nearer one. */
function resolve(schema: Schema | undefined, { $defs }: Schema): Schema | undefined {
  const name = schema?.$ref?.replace('#/$defs/', '')
  const target = name === undefined ? undefined : $defs?.[name]
  return target && schema ? { ...target, ...schema } : schema
}

/** The schema of the value at a path; undefined where it says nothing. */
export function schemaAt(root: Schema, path: Path): Schema | undefined {
  return path.reduce<Schema | undefined>((schema, key) => {
    if (typeof key === 'number') return resolve(schema?.items, root)
    const { properties = {}, additionalProperties } = schema ?? {}
    if (Object.hasOwn(properties, key)) return resolve(properties[key], root)
    return typeof additionalProperties === 'object' ? resolve(additionalProperties, root) : undefined
  }, root)
}
