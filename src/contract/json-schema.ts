/** A JSON Schema, as far as a comparison reads it. */
export interface JsonSchema {
  readonly type?: unknown
  readonly $ref?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly oneOf?: readonly JsonSchema[]
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly items?: JsonSchema
  readonly additionalProperties?: boolean | JsonSchema
  readonly $defs?: Readonly<Record<string, JsonSchema>>
}
