const types: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  array: 'a list (`[a, b]`)',
  object: 'keys with values',
  boolean: '`true` or `false`',
}

const limits: Readonly<Record<string, string>> = {
  minLength: 'at least % character',
  maxLength: 'at most % character',
  minItems: 'at least % item',
  maxItems: 'at most % item',
  minimum: 'at least %',
  maximum: 'at most %',
  exclusiveMinimum: 'more than %',
}

const patterns: readonly (readonly [RegExp, string])[] = [
  [
    /^\^\[a-z\]\[a-z0-9\]/,
    'words of lower-case letters and digits joined by hyphens, beginning with a letter (`partial-churn`)',
  ],
  [/^\^\[a-z0-9\]/, 'words of lower-case letters and digits joined by hyphens (`streaming-asr`)'],
  [/^\^\[a-z\]\+\$/, 'one word of lower-case letters'],
]

/** What the keyword `type` expects. */
export const expectedType = (type: string): string => types[type] ?? type

/** What the keyword `pattern` expects. */
export const expectedPattern = (source: string): string =>
  patterns.find(([pattern]) => pattern.test(source))?.[1] ?? `text like \`${source}\``

/** What a keyword with a limit expects; undefined for every other keyword. */
export function expectedLimit(keyword: string, limit: string): string | undefined {
  const text = limits[keyword]
  const plural = limit === '1' || text?.endsWith('%') ? '' : 's'
  return text && text.replace('%', limit) + plural
}
