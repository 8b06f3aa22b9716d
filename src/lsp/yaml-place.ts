import { redirectsFile } from '../model/definition-files.ts'
import { type Path, readYaml } from '../parse/yaml.ts'
import type { Span } from '../text/place.ts'
import type { View } from './view.ts'

/** A key or value of the YAML at a place. */
export interface YamlPlace {
  readonly path: Path
  readonly at: Span
  /** Undefined on a key. */
  readonly value?: string
}

export const holds = ({ start, end }: Span, offset: number): boolean => start <= offset && offset < end

const under = (value: unknown): (string | number)[] => {
  if (Array.isArray(value)) return [...value.keys()]
  return typeof value === 'object' && value !== null ? Object.keys(value) : []
}

/** What stands at a place of the YAML: the innermost key, or a value of text. */
export function yamlPlace({ file, text, yaml }: View, offset: number): YamlPlace | undefined {
  const source = file === redirectsFile ? text : `#--${text.slice(3, yaml?.end)}`
  const { data, at, keyAt } = readYaml(source)
  const search = (parent: unknown, path: Path): YamlPlace | undefined => {
    for (const key of under(parent)) {
      const inside = [...path, key]
      const own = keyAt(inside)
      if (typeof key === 'string' && holds(own, offset)) return { path: inside, at: own }
      if (!holds(at(inside), offset)) continue
      const value = (parent as Readonly<Record<string | number, unknown>>)[key]
      return typeof value === 'string' ? { path: inside, at: at(inside), value } : search(value, inside)
    }
    return undefined
  }
  return search(data, [])
}
