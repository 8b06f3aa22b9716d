/** The parts of an Ajv error that findings are made of. */
export interface SchemaError {
  readonly keyword: string
  readonly instancePath: string
  readonly schemaPath: string
  readonly message?: string
  readonly params: Readonly<Record<string, unknown>>
  readonly propertyName?: string
}

/** A precompiled validator. */
export interface Validate {
  (data: unknown): boolean
  errors?: readonly SchemaError[] | null
}
